import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { checkout } from "../boot/checkout.mjs";
import { Fault } from "../boot/fault.mjs";
import { say } from "../boot/say.mjs";
import { freePort } from "../postgres/free-port.ts";
import { localHost } from "./load-environment.ts";

export type ServeOptions = { args: readonly string[]; env: NodeJS.ProcessEnv; host: string; port: number; cwd?: string };

export type Server = {
  /** Resolves when the server has ended too often to be started again. */
  gaveUp: Promise<void>;
  /** Lets running requests finish, for at most ten seconds. */
  stop: () => Promise<void>;
  stopNow: () => void;
  /** Kills the serving process without a word (kill -9), as a fault does: it is started again. */
  crash: () => void;
};

const maxRestarts = 5;
const drainMs = 10_000;
/** Longer than proxies and clients keep a connection they do not use: the one who closes it first must not be us, while a request is on its way. As in the Dockerfile. */
const KEEP_ALIVE_TIMEOUT = "75000";

/** Throws when something else listens on the port, before any work is done for nothing. */
export async function demandPort(port: number, host: string): Promise<void> {
  if (await freePort(port, host) === port) return;
  const reason = port < 1024 ? "is in use, or needs more rights than this user has" : "is already in use by another program";
  throw new Fault("portTaken", `Port ${port} ${reason}. Choose another one, for example: PORT=${port < 65_000 ? port + 1 : 3000} npm start`);
}

function launch({ args, env, cwd }: ServeOptions): ChildProcess {
  const preload = pathToFileURL(join(checkout, "scripts", "boot", "die-with-parent.mjs"));
  preload.searchParams.set("starter", String(process.pid));
  // Its own group: Ctrl-C reaches it through us. The channel tells it when we are gone.
  return spawn(process.execPath, ["--import", preload.href, ...args], {
    cwd: cwd ?? checkout, env: { KEEP_ALIVE_TIMEOUT, ...env }, detached: process.platform !== "win32", stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

const over = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function untilAnswering(child: ChildProcess, host: string, port: number): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end && !over(child); await sleep(150)) {
    try {
      await fetch(`http://${localHost(host)}:${port}/api/health`, { signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      // Not yet.
    }
  }
  if (over(child)) throw new Fault("defect", `The server ended before it answered (${child.signalCode ?? `exit code ${child.exitCode}`}); the reason stands above.`);
  throw new Fault("defect", "The server did not answer within two minutes.");
}

/** Starts the server, waits until it answers, and starts it again should it ever end by itself. */
export async function serve(options: ServeOptions): Promise<Server> {
  let child = launch(options);
  let stopping = false;
  let restarts = 0;
  let giveUp: () => void = () => undefined;
  const gaveUp = new Promise<void>((resolve) => { giveUp = resolve; });

  const watch = (): void => {
    const from = Date.now();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      restarts = Date.now() - from > 60_000 ? 1 : restarts + 1;
      if (restarts > maxRestarts) return giveUp();
      say(`The server ended by itself (${signal ?? `exit code ${code}`}); starting it again`);
      setTimeout(() => {
        if (stopping) return;
        child = launch(options);
        watch();
      }, 200 * (restarts - 1));
    });
  };

  const stopNow = (): void => {
    stopping = true;
    if (!over(child)) child.kill("SIGKILL");
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    if (over(child)) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    await Promise.race([gone, sleep(drainMs, undefined, { ref: false })]);
    stopNow();
    await gone;
  };

  try {
    await untilAnswering(child, options.host, options.port);
  } catch (error) {
    stopNow();
    throw error;
  }
  watch();
  return { gaveUp, stop, stopNow, crash: () => void child.kill("SIGKILL") };
}
