import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout, whatever the current folder is. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string} file */
export const readJson = (file) => JSON.parse(readFileSync(join(checkout, file), "utf8"));

const ownPrograms = join(checkout, "node_modules", ".bin");

/** PATH without any package's programs: where the machine's own Node and npm are. */
export function machinePath() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.replaceAll("\\", "/").endsWith("node_modules/.bin")).join(delimiter);
}

/** PATH with our own programs first, so that every `node` below us is the pinned one. */
export function ownPath() {
  return [ownPrograms, machinePath()].join(delimiter);
}

/** @param {string} program */
export function onMachine(program) {
  const names = process.platform === "win32" ? [`${program}.exe`, `${program}.cmd`] : [program];
  for (const folder of machinePath().split(delimiter)) {
    for (const name of names) if (folder !== "" && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}
