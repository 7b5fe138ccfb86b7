import { spawn } from "node:child_process";

const running = new Set<() => void>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    for (const kill of running) kill();
    process.exitCode = 1;
  });
}

/** Runs one of our programs on this Node with its output shown; answers its exit code. */
export function runProgram(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    const kill = (): void => { child.kill("SIGTERM"); };
    running.add(kill);
    const end = (code: number): void => {
      running.delete(kill);
      resolve(code);
    };
    child.once("error", () => end(1)).once("exit", (code) => end(code ?? 1));
  });
}
