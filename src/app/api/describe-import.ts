import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Context } from "@/modules/tenancy/context.ts";
import type { ImportView } from "@/modules/imports/queries/get-import.ts";
import { loadListFacts } from "@/modules/imports/queries/list-facts.ts";
import { listFlaggedRows } from "@/modules/imports/queries/list-flagged-rows.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";
import { sayReason } from "@/messages/say-reason.ts";
import type { importAnswer } from "./answers/import.ts";

const MOST_WARNINGS = 200;

/** An import as API.md draws it: the interface's own view keeps finer counts. */
export async function describeImport(ctx: Context, view: ImportView): Promise<z.output<typeof importAnswer>> {
  const [facts, t, tErrors, flagged] = await Promise.all([view.supplierId === null ? null : loadListFacts(ctx, view, view.supplierId), getTranslations("imports"), getTranslations("errors"), listFlaggedRows(ctx, view.id, MOST_WARNINGS)]);
  const { id, status, fileName, counts, plan, failure, applied, createdAt, appliedAt, undoneAt } = view;
  return {
    id, status, fileName, applied, createdAt, appliedAt, undoneAt,
    supplier: facts && { id: view.supplierId!, doubtful: facts.doubtful, gone: facts.gone, repriced: facts.repriced },
    counts: {
      total: counts.new + counts.changed + counts.same + counts.error + counts.skipped,
      created: counts.new, updated: counts.changed, unchanged: counts.same, rejected: counts.error, skipped: counts.skipped,
    },
    progress: { task: view.task, ...view.progress },
    mapping: plan && {
      sheet: plan.sheet,
      headerRow: plan.headerRow === null ? null : plan.headerRow + 1,
      ...plan.mapping,
      decimals: Object.fromEntries(Object.entries(plan.styles).map(([field, { decimal }]) => [field, decimal])),
      defaultTaxRate: plan.defaultTaxRate,
    },
    questions: (plan?.questions ?? []).map(({ code, field, columns, sample }) => ({ code, field, columns, message: t(`questions.${code}`, { sample: sample ?? "" }) })),
    warnings: flagged.map(({ row, reason }) => ({ row, code: reason.code, message: sayReason(t, reason) })),
    failure: failure && { code: failure, message: refusalMessage(tErrors as unknown as Parameters<typeof refusalMessage>[0], { code: failure }) },
  };
}
