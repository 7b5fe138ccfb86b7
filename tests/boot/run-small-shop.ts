import { spawn, type ChildProcess } from "node:child_process";

export interface SmallShop {
  child: ChildProcess;
  /** Everything printed so far. */
  printed: () => string;
  /** Until it is open or has ended. */
  open: Promise<boolean>;
  exitCode: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts small-shop.mjs in a process of its own; no database of the test run reaches it. */
export function runSmallShop(env: Record<string, string>): SmallShop {
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _app, CONTROL_DATABASE_URL: _control, npm_lifecycle_event: _npm, ...rest } = process.env;
  const child = spawn(process.execPath, ["tests/boot/small-shop.mjs"], { env: { ...rest, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let printed = "";
  const exitCode = new Promise<number | null>((resolve) => child.once("exit", (code) => {
    running.delete(child);
    resolve(code);
  }));
  const open = new Promise<boolean>((resolve) => {
    const hear = (chunk: Buffer): void => {
      printed += String(chunk);
      if (printed.includes("is open")) resolve(true);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void exitCode.then(() => resolve(false));
  });
  return { child, printed: () => printed, open, exitCode };
}

/** Ends what a failed test left behind. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((child) => new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  })));
}
