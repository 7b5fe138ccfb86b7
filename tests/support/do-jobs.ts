import { claimJob } from "@/jobs/claim-job.ts";
import { runJob } from "@/jobs/run-job.ts";

/** Does the jobs of one tenant as a worker would, until none is left. */
export async function doJobs(tenantId: string): Promise<void> {
  for (let job = await claimJob({ tenantIds: [tenantId] }); job !== null; job = await claimJob({ tenantIds: [tenantId] })) await runJob(job);
}
