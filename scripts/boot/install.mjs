// Brings node_modules to what package-lock.json says, when it is not already.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout, machinePath, onMachine, readJson } from "./checkout.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { step } from "./say.mjs";

const suits = (list, value) => list === undefined || (list.includes(value) && !list.includes(`!${value}`));

/** npm leaves out an optional package that is made for another machine. */
function mayBeAbsent(entry) {
  return entry.optional === true || !suits(entry.os, process.platform) || !suits(entry.cpu, process.arch);
}

/** npm writes node_modules/.package-lock.json last, so a broken-off install has none. */
export function isInstalled() {
  if (!existsSync(join(checkout, "node_modules", ".package-lock.json"))) return false;
  const wanted = readJson("package-lock.json").packages;
  const found = readJson("node_modules/.package-lock.json").packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link === true) return true;
    const there = found[path];
    if (there === undefined) return mayBeAbsent(entry);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** The command that runs npm on the machine's own Node: the pinned one lies in the folder that is about to be replaced. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  const node = onMachine("node") ?? process.execPath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return [node, [cli]];
  return [onMachine("npm") ?? "npm", []];
}

export async function install() {
  if (isInstalled()) return;
  const [program, args] = npmCommand();
  const env = { ...process.env, PATH: machinePath() };
  // The build tools are development dependencies, which npm leaves out under NODE_ENV=production.
  delete env.NODE_ENV;
  const flags = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--no-update-notifier"];
  await step("Installing the packages of package-lock.json", () =>
    runQuietly(program, [...args, ...flags], { cwd: checkout, env, kind: "installFailed", what: "npm ci" }));
}
