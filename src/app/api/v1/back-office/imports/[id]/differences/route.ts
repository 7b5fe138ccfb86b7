import { importDifferencesAnswer } from "@/app/api/answers/import.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listDifferences } from "@/modules/imports/queries/list-differences.ts";
import { differencesSchema } from "@/modules/imports/schema.ts";

export const GET = endpoint({
  summary: "What a supplier's list changes, the biggest jumps first: list price, cost, and the margin that the present price leaves",
  permission: "product.cost",
  query: differencesSchema,
  answer: importDifferencesAnswer,
  run: async (ctx, { id, query }) => {
    const found = await getImport(ctx, id);
    if (!found.ok) return found;
    const { items, nextPage } = await listDifferences(ctx, id, query.page);
    return accept({ items: items.map(({ reasons, ...item }) => ({ ...item, reasons: reasons.map(({ code }) => code) })), nextPage });
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
