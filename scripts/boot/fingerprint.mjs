import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { checkout } from "./checkout.mjs";

function* filesOf(path, skip) {
  if (!existsSync(path) || skip.some((prefix) => relative(checkout, path).replaceAll("\\", "/").startsWith(prefix))) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name), skip);
}

/**
 * One hash over the names and contents of files and folders of the checkout; absent ones count as absent.
 * @param {readonly string[]} paths
 * @param {readonly string[]} [skip] beginnings of paths that do not count
 */
export function fingerprint(paths, skip = []) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    for (const file of filesOf(join(checkout, path), skip)) hash.update(relative(checkout, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} stamp */
export const isStamped = (stamp, print) => existsSync(join(checkout, stamp)) && readFileSync(join(checkout, stamp), "utf8").trim() === print;

/** @param {string} stamp */
export function writeStamp(stamp, print) {
  mkdirSync(dirname(join(checkout, stamp)), { recursive: true });
  writeFileSync(join(checkout, stamp), `${print}\n`);
}
