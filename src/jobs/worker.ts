import { setTimeout as sleep } from "node:timers/promises";
import { isUnavailable } from "@/platform/db/is-unavailable.ts";
import { describeError, log } from "@/platform/log.ts";
import { claimJob } from "./claim-job.ts";
import { cutNextLog } from "./cut-next-log.ts";
import { deliverMail } from "./deliver-mail.ts";
import { runJob } from "./run-job.ts";

const LOOK_MS = 500;
const LOOK_AGAIN_AFTER_TROUBLE_MS = 5_000;
const CUT_LOOK_MS = 60_000;
/** Jobs at once in this process: one that is long does not hold up all others, and requests keep most of the connections. */
const AT_ONCE = 2;

const running = globalThis as typeof globalThis & { mostradorWorker?: AbortController };

/** Starts the workers of this process, once. The answer stops them: no new job is taken, the present transaction ends. */
export function startWorker(): () => void {
  // `next dev` may come by again.
  if (running.mostradorWorker) return () => running.mostradorWorker?.abort();
  const stopping = new AbortController();
  running.mostradorWorker = stopping;
  for (let i = 0; i < AT_ONCE; i += 1) void work(stopping.signal);
  return () => stopping.abort();
}

async function work(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const pause = await lookForWork();
    if (pause > 0) await sleep(pause, undefined, { signal: stopping, ref: false }).catch(() => undefined);
  }
}

let nextCutAt = 0;

/** Asked for once a minute, since each shop's turn is once a month. */
async function forgetOld(): Promise<boolean> {
  if (Date.now() < nextCutAt) return false;
  const isCut = await cutNextLog(new Date());
  if (!isCut) nextCutAt = Date.now() + CUT_LOOK_MS;
  return isCut;
}

/** Does one job, else sends one mail, else cuts one shop's log, if there is one; answers how long to wait before looking again. */
async function lookForWork(): Promise<number> {
  try {
    const job = await claimJob();
    if (job === null) return (await deliverMail(new Date())) || (await forgetOld()) ? 0 : LOOK_MS;
    await runJob(job);
    return 0;
  } catch (error) {
    log(isUnavailable(error) ? "warn" : "error", "job_queue_unreachable", describeError(error));
    return LOOK_AGAIN_AFTER_TROUBLE_MS;
  }
}
