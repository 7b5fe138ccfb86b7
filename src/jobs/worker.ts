import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "@/platform/db/is-unavailable.ts";
import { describeError, log } from "@/platform/log.ts";
import { claimJob } from "./claim-job.ts";
import { takeMonthlyTurn } from "./take-monthly-turn.ts";
import { deliverMail } from "./deliver-mail.ts";
import { runJob } from "./run-job.ts";
import { turnOf } from "./turn-of.ts";

const LOOK_MS = 500;
const LOOK_AGAIN_AFTER_TROUBLE_MS = 5_000;
const TURN_LOOK_MS = 60_000;

const running = globalThis as typeof globalThis & { mostradorWorker?: AbortController };

/** Starts the workers of this process, once. The answer stops them: no new job is taken, the present transaction ends. */
export function startWorker(): () => void {
  // `next dev` may come by again.
  if (running.mostradorWorker) return () => running.mostradorWorker?.abort();
  const stopping = new AbortController();
  running.mostradorWorker = stopping;
  for (const look of LOOKS) void work(look, stopping.signal);
  return () => stopping.abort();
}

async function work(look: () => Promise<boolean>, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const pause = await lookForWork(look);
    if (pause > 0) await sleep(pause, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
}

let nextTurnAt = 0;

/** Asked for once a minute, since each shop's turn is once a month. */
async function takeTurns(): Promise<boolean> {
  if (Date.now() < nextTurnAt) return false;
  const isTaken = await takeMonthlyTurn(new Date());
  if (!isTaken) nextTurnAt = Date.now() + TURN_LOOK_MS;
  return isTaken;
}

async function doJob(shortOnly: boolean): Promise<boolean> {
  const job = await claimJob({ shortOnly });
  if (job !== null) await runJob(job, turnOf(job.tenantId));
  return job !== null;
}

/**
 * What is looked for side by side; requests keep most of the connections. A second worker takes no long work, so that two large lists
 * hold up nobody, and mails stand in line neither with jobs nor with a large shop's closings.
 */
const LOOKS: readonly (() => Promise<boolean>)[] = [() => doJob(false), () => doJob(true), () => deliverMail(new Date()), takeTurns];

/** Does one piece of work if there is one; answers how long to wait before looking again. */
async function lookForWork(look: () => Promise<boolean>): Promise<number> {
  try {
    return (await look()) ? 0 : LOOK_MS;
  } catch (error) {
    log(isUnavailable(error) ? "warn" : "error", "job_queue_unreachable", describeError(error));
    return LOOK_AGAIN_AFTER_TROUBLE_MS;
  }
}
