import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Node's own modules that Node 20 has; what came later must not be asked for by name. */
const OLD_ENOUGH = new Set(["node:child_process", "node:crypto", "node:fs", "node:os", "node:path", "node:url", "node:util", "node:timers/promises"]);
/** Run on the pinned Node only. */
const PINNED_ONLY = new Set(["scripts/alias.mjs"]);

const files = ["scripts", "scripts/boot"].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".mjs")).map((name) => join(folder, name))).filter((file) => !PINNED_ONLY.has(file));
const importsOf = (file: string): string[] => [...readFileSync(file, "utf8").matchAll(/^(?:import|export) [^;]*?from "([^"]+)"|^(?:import|export) [^;]*?from '([^']+)'/gm)].map(([, double, single]) => double ?? single ?? "");

test("what runs before anything is installed imports Node 20's own modules and its own kind, nothing else", () => {
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    for (const name of importsOf(file)) expect(OLD_ENOUGH.has(name) || /^\.\.?\/[\w/-]+\.mjs$/.test(name), `${file} imports ${name}`).toBe(true);
  }
});

test("what runs before the change to the pinned Node uses no word of the language that Node 20 lacks", () => {
  // Node 22 brought these; types would not be stripped either.
  const newer = /Object\.groupBy|Map\.groupBy|Promise\.try|Promise\.withResolvers|Array\.fromAsync|import\.meta\.(dirname|filename)|\.(isSubsetOf|symmetricDifference|toAsync)\(|\bIterator\.from|\busing \w+ =|fs\.glob|RegExp\.escape/;
  for (const file of files) expect(readFileSync(file, "utf8"), file).not.toMatch(newer);
});
