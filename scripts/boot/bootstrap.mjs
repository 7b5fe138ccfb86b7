// What every command does first. Plain JavaScript on Node's own modules: it runs before anything is installed.
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";
import { install } from "./install.mjs";
import { checkNode, continueOnPinnedNode } from "./pinned-node.mjs";
import { report } from "./fault.mjs";
import { checkout } from "./checkout.mjs";

/**
 * Installs, changes to the pinned Node, generates; then runs `command` and ends with the exit code that it answers.
 * @param {string} scriptUrl import.meta.url of the command
 * @param {(args: string[]) => Promise<number>} command
 */
export async function bootstrap(scriptUrl, command) {
  try {
    process.chdir(checkout);
    checkNode();
    await install();
    await continueOnPinnedNode(fileURLToPath(scriptUrl));
    await generate();
    // Not exitCode: kept-alive sockets and timers of what is over would hold the terminal for seconds.
    process.exit(await command(process.argv.slice(2)));
  } catch (error) {
    process.exit(report(error));
  }
}
