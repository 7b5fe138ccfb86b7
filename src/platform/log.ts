import { env } from "./env.ts";

const LEVELS = { debug: 10, info: 20, warn: 30, error: 40, silent: 50 } as const;
type Level = Exclude<keyof typeof LEVELS, "silent">;

/** One JSON line per event; JSON escapes what a request could use to forge a line. Never secrets, tokens or passwords. */
export function log(level: Level, event: string, facts: Readonly<Record<string, unknown>> = {}): void {
  if (LEVELS[level] < LEVELS[env.LOG_LEVEL]) return;
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts });
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** What a defect looks like in the log; the message stays here and never reaches the caller. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  return { error: error.name, message: error.message.slice(0, 2_000), stack: error.stack?.split("\n").slice(1, 8).join(" | ") };
}
