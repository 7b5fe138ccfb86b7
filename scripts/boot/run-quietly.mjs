import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { Fault, isDiskFull } from "./fault.mjs";

const keep = 200;

/**
 * Runs a program without showing its output, unless it fails: then the last lines are in the Fault.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, kind: "installFailed" | "buildFailed", what: string }} options
 * @returns {Promise<void>}
 */
export function runQuietly(program, args, { cwd, env, kind, what }) {
  return new Promise((resolve, reject) => {
    const lines = [];
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const hear = (chunk) => {
      lines.push(...stripVTControlCharacters(String(chunk)).split("\n").filter((line) => line.trim() !== ""));
      lines.splice(0, lines.length - keep);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    // Ctrl-C reaches the child by itself; a SIGTERM to us must be handed on.
    const pass = (signal) => child.kill(signal);
    process.on("SIGTERM", pass);
    child.once("error", (error) => reject(new Fault(kind, `${what} could not be started: ${error.message}`, { cause: error })));
    child.once("close", (code, signal) => {
      process.off("SIGTERM", pass);
      if (code === 0) return resolve();
      // npm follows its reason with a page of advice; other programs end with their reason.
      const reason = lines.filter((line) => line.startsWith("npm error"));
      const words = (reason.length > 0 ? reason.slice(0, 25) : lines.slice(-40)).join("\n");
      if (isDiskFull({ message: words })) return reject(new Fault("diskFull", `The disk is full: ${what} could not finish. Free some space and start again.`));
      return reject(new Fault(kind, `${what} failed (${signal ?? `exit code ${code}`}):\n${words}`));
    });
  });
}
