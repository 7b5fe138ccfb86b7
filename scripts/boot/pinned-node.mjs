// Every command runs on the Node that package.json pins, whatever Node the machine has.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.mjs";
import { checkout, ownPath, readJson } from "./checkout.mjs";

const oldest = 20;
/** From here on Node runs TypeScript files by itself. */
const firstWithTypes = [22, 18];

export function checkNode() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < oldest) throw new Fault("wrongNode", `This is Node ${process.versions.node}; Node ${oldest} or newer is needed. See https://nodejs.org`);
}

function pinned() {
  const program = process.platform === "win32" ? "node.exe" : "node";
  const names = Object.keys(readJson("package.json").optionalDependencies ?? {}).filter((name) => name.startsWith("node-"));
  return names.map((name) => join(checkout, "node_modules", name, "bin", program)).find((file) => existsSync(file)) ?? null;
}

function good(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > firstWithTypes[0] || (major === firstWithTypes[0] && minor >= firstWithTypes[1]);
}

/**
 * Runs the same command again on the pinned Node and ends with its exit code; returns when this already is that Node.
 * @param {string} script absolute path of the command's file
 */
export async function continueOnPinnedNode(script) {
  const node = pinned();
  if (node !== null && realpathSync(node) === realpathSync(process.execPath)) {
    process.env.PATH = ownPath();
    return;
  }
  if (node === null || spawnSync(node, ["--version"]).status !== 0) {
    if (good(process.versions.node)) return;
    throw new Fault("wrongNode", `There is no packaged Node for ${process.platform}-${process.arch}; install Node ${firstWithTypes.join(".")} or newer and start again.`);
  }
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, PATH: ownPath() } });
  const parent = process.ppid;
  // See shop/ending.ts: npm may be gone without a signal having come this far.
  setInterval(() => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGKILL" ? 137 : 1)));
  }));
}
