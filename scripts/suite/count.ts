import { existsSync, readFileSync } from "node:fs";

/** What one runner found. */
export type Count = { name: string; passed: number; failed: number; seconds: number };

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

function read<T>(file: string): T | null {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) as T : null;
  } catch {
    return null;
  }
}

/** A runner that ends badly without naming a failed test (a crash, a setup that failed) counts as one failure. */
const atLeastOne = (failed: number, exitCode: number): number => (exitCode !== 0 && failed === 0 ? 1 : failed);

export function countVitest(file: string, exitCode: number): { passed: number; failed: number } {
  const report = read<VitestReport>(file);
  if (report === null) return { passed: 0, failed: 1 };
  return { passed: report.numPassedTests, failed: atLeastOne(report.numFailedTests, exitCode) };
}

export function countPlaywright(file: string, exitCode: number): { passed: number; failed: number } {
  const report = read<PlaywrightReport>(file);
  if (report === null) return { passed: 0, failed: 1 };
  // The reporter names as flaky what passed at the second try only: a crowded machine misses a deadline, a fault misses it twice.
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: atLeastOne(unexpected, exitCode) };
}
