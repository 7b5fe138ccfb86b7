import type { Context } from "@/modules/tenancy/context.ts";
import { enterJob } from "@/modules/tenancy/enter-job.ts";
import { JobLostError, TurnOverError, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { describeError, log } from "@/platform/log.ts";
import { dropJob, returnJob, type ClaimedJob } from "./claim-job.ts";
import { JOBS, type JobPlan } from "./registry.ts";

const MOST_TRIES = 5;

/**
 * Does a claimed job in the name of the member who asked for it. Never throws: what goes wrong is logged, and the job tried again later.
 * `giveWay` may end its turn; without it the job goes on to its end.
 */
export async function runJob(job: ClaimedJob, giveWay?: JobClaim["giveWay"]): Promise<void> {
  const facts = { job: job.id, kind: job.kind, tenant: job.tenantId, tries: job.tries };
  try {
    const plan = JOBS[job.kind];
    const ctx = await enterJob(job, new Date());
    if (!plan || !ctx) {
      log("warn", "job_dropped", facts);
      return await dropJob(job);
    }
    await (job.tries > MOST_TRIES || !ctx.permissions.has(plan.permission) ? plan.giveUp(ctx, job) : attempt(plan, ctx, job, giveWay));
  } catch (error) {
    if (error instanceof JobLostError) return log("info", "job_lost", facts);
    const isTurnOver = error instanceof TurnOverError;
    if (!isTurnOver) log("error", "job_failed", { ...facts, ...describeError(error) });
    await returnJob(job, isTurnOver ? 0 : Math.min(60, job.tries ** 2)).catch((again: unknown) => log("error", "job_not_returned", { ...facts, ...describeError(again) }));
  }
}

async function attempt(plan: JobPlan, ctx: Context, job: ClaimedJob, giveWay: JobClaim["giveWay"]): Promise<void> {
  const begun = performance.now();
  await plan.run(ctx, giveWay ? { ...job, giveWay } : job);
  log("info", "job_done", { job: job.id, kind: job.kind, tenant: job.tenantId, ms: Math.round(performance.now() - begun) });
}
