import type { Context } from "@/modules/tenancy/context.ts";
import type { JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { failImport } from "./fail-import.ts";

/** After the last try of a job: the person hears of it, and may start it again. */
export async function giveUpImport(ctx: Context, job: JobClaim): Promise<void> {
  await failImport(ctx, job, "import_interrupted");
}
