import { applyBatch, undoBatch } from "@/modules/imports/commands/apply-batch.ts";
import { giveUpImport } from "@/modules/imports/commands/give-up-import.ts";
import { readImport } from "@/modules/imports/commands/read-import.ts";
import { applyPriceRun, giveUpPriceRun } from "@/modules/pricing/commands/apply-price-run.ts";
import { giveUpUndo, undoPriceRun } from "@/modules/pricing/commands/undo-price-run.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Permission } from "@/modules/tenancy/permissions.ts";
import type { JobClaim } from "@/modules/tenancy/postings/keep-job.ts";

export interface JobPlan {
  /** What the member must still be allowed when the job is done. */
  permission: Permission;
  run: (ctx: Context, job: JobClaim) => Promise<void>;
  /** After the last try. */
  giveUp: (ctx: Context, job: JobClaim) => Promise<void>;
}

const ofImports = (run: JobPlan["run"]): JobPlan => ({ permission: "product.import", run, giveUp: giveUpImport });

/** Every kind of job. */
export const JOBS: Readonly<Record<string, JobPlan>> = {
  "import.read": ofImports((ctx, job) => readImport(ctx, job, false)),
  "import.read_and_apply": ofImports((ctx, job) => readImport(ctx, job, true)),
  "import.apply": ofImports(applyBatch),
  "import.undo": ofImports(undoBatch),
  "price.apply": { permission: "price.change", run: applyPriceRun, giveUp: giveUpPriceRun },
  "price.undo": { permission: "price.change", run: undoPriceRun, giveUp: giveUpUndo },
};
