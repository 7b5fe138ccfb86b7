import { suggestedLinesAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { suggestLines } from "@/modules/ordering/queries/suggest-lines.ts";
import { suggestSchema } from "@/modules/ordering/schema.ts";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";

export const GET = endpoint({
  summary: "What of a supplier's goods is below its minimum and not on its way, in whole packs",
  permission: "purchase.read",
  query: suggestSchema.omit({ supplierId: true }),
  answer: suggestedLinesAnswer,
  run: async (ctx, { id, query }) => {
    const isKnown = (await listSupplierNames(ctx)).some((supplier) => supplier.id === id);
    return isKnown ? accept({ items: await suggestLines(ctx, { ...query, supplierId: id }) }) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
