import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../boot/build.mjs";
import { report } from "../boot/fault.mjs";
import { countPlaywright, countVitest, type Count, type Found } from "./count.ts";
import { runProgram } from "./run-program.ts";

const bin = (file: string): string => join("node_modules", file);

type Part = { name: string; run: () => Promise<Found> };

const verdict = (exitCode: number): Found => (exitCode === 0 ? { passed: 1, failed: 0, told: [] } : { passed: 0, failed: 1, told: [] });

function vitest(projects: readonly string[], folder: string): Part["run"] {
  return async () => {
    const file = join(folder, `vitest-${projects.join("-")}.json`);
    const chosen = projects.flatMap((project) => ["--project", project]);
    const code = await runProgram([bin("vitest/vitest.mjs"), "run", ...chosen, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
    return countVitest(file, code);
  };
}

function journeys(folder: string): Part["run"] {
  return async () => {
    const file = join(folder, "playwright.json");
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    return countPlaywright(file, await runProgram([bin("@playwright/test/cli.js"), "test", "--reporter=list,json"], env));
  };
}

const types: Part = { name: "types", run: async () => verdict(await runProgram([bin("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json"])) };
const lint: Part = { name: "lint", run: async () => verdict(await runProgram([bin("oxlint/bin/oxlint"), "--deny-warnings"])) };
const production: Part = { name: "production build", run: () => build().then(() => verdict(0), (error: unknown) => verdict(report(error))) };

async function runParts(parts: readonly Part[]): Promise<number> {
  const counts: Count[] = [];
  for (const { name, run } of parts) {
    console.log(`\n── ${name}`);
    const from = Date.now();
    counts.push({ name, ...await run(), seconds: Math.round((Date.now() - from) / 1000) });
  }
  // Named once more at the end: whoever reads only the last lines of a long run finds what to look at.
  console.log("");
  for (const { told } of counts) for (const line of told) console.log(line);
  for (const { name, passed, failed, seconds } of counts) console.log(`${failed === 0 ? "✓" : "✗"} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s`);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${counts.reduce((sum, count) => sum + count.passed, 0)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Everything; ends with one line `N passed, N failed` over all runners. Answers the exit code. */
export async function runSuite(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-suite-"));
  try {
    return await runParts([
      types, lint,
      { name: "rules, laws, commands", run: vitest(["rules", "laws", "commands", "apart"], folder) },
      production,
      { name: "journeys in the browser", run: journeys(folder) },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is quick: types, lint, rules and laws, in less than a minute. */
export async function runCheck(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-check-"));
  try {
    return await runParts([types, lint, { name: "rules, laws", run: vitest(["rules", "laws"], folder) }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
