import { spawn, type ChildProcess } from "node:child_process";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { freePort } from "../../scripts/postgres/free-port.ts";
import { findRedis } from "../../scripts/suite/find-program.ts";

export interface RedisServer {
  url: string;
  /** Answers no more, but keeps its connections: what a machine that swaps looks like. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
  /** On the same port, with nothing in memory. */
  startAgain(): Promise<void>;
}

/** A Redis of its own on a free port of the loopback interface, in memory only. */
export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  const port = await freePort();
  let child: ChildProcess;
  let ended: Promise<void>;
  const start = async () => {
    child = spawn(program, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", tmpdir()], { stdio: "ignore" });
    ended = new Promise((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
    for (const end = Date.now() + 10_000; !(await answers(port)); await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`${program} did not start on port ${port}`);
    }
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    startAgain: start,
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    const end = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });
}
