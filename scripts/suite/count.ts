import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What one runner found; `told` has a line for each test that failed, or that needed its second try. */
export type Found = { passed: number; failed: number; told: readonly string[] };
export type Count = Found & { name: string; seconds: number };

type VitestTest = { fullName: string; status: string; failureMessages?: string[] };
type VitestReport = { numPassedTests: number; numFailedTests: number; testResults: { name: string; status: string; message?: string; assertionResults: VitestTest[] }[] };
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: { title: string; file: string; line: number; tests: { status: string; results: { error?: { message?: string } }[] }[] }[] };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; suites: PlaywrightSuite[] };

function read<T>(file: string): T | null {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) as T : null;
  } catch {
    return null;
  }
}

/** Colours are for terminals; the first lines say what was expected and what came. */
function brief(message: string | undefined): string {
  return stripVTControlCharacters(message ?? "").split("\n").map((line) => line.trim()).filter(Boolean).slice(0, 3).join(" · ").slice(0, 400);
}

const nothing = (): Found => ({ passed: 0, failed: 1, told: ["The runner left no report."] });

/** A runner that ends badly without naming a failed test (a crash, a setup that failed) counts as one failure. */
const atLeastOne = (failed: number, exitCode: number): number => (exitCode !== 0 && failed === 0 ? 1 : failed);

export function countVitest(file: string, exitCode: number): Found {
  const report = read<VitestReport>(file);
  if (report === null) return nothing();
  const told = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const where = relative(process.cwd(), name);
    if (failed.length === 0 && status === "failed") return [`${where}: ${brief(message)}`];
    return failed.map(({ fullName, failureMessages }) => `${where} › ${fullName}: ${brief(failureMessages?.[0])}`);
  });
  return { passed: report.numPassedTests, failed: atLeastOne(report.numFailedTests, exitCode), told };
}

function tellJourneys({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) => tests.filter(({ status }) => status === "unexpected" || status === "flaky").map(({ status, results }) =>
    `${status === "flaky" ? "second try: " : ""}e2e/${file}:${line} › ${title}: ${brief(results.find(({ error }) => error)?.error?.message)}`));
  return [...own, ...suites.flatMap(tellJourneys)];
}

export function countPlaywright(file: string, exitCode: number): Found {
  const report = read<PlaywrightReport>(file);
  if (report === null) return nothing();
  // The reporter names as flaky what passed at the second try only: a crowded machine misses a deadline, a fault misses it twice.
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: atLeastOne(unexpected, exitCode), told: report.suites.flatMap(tellJourneys) };
}
