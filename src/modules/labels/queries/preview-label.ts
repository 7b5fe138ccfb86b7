import { formatDate } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { getPriceList } from "@/modules/pricing/queries/load-price-lists.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { marksOf } from "../pdf/label-file.ts";
import type { Mark } from "../rules/compose-label.ts";
import { formatOf } from "../rules/formats.ts";
import type { PreviewInput } from "../schema.ts";
import { listCandidates } from "./list-candidates.ts";
import { paperWords } from "./paper-words.ts";

export interface LabelPreview {
  /** Millimetres. */
  width: number;
  height: number;
  marks: Mark[];
}

/** One product's label exactly as the file would have it. */
export async function previewLabel(ctx: Context, { listId, productId, layout }: PreviewInput): Promise<Result<LabelPreview>> {
  const [shop, list] = await Promise.all([getShop(ctx), getPriceList(ctx.db, listId)]);
  if (!list) return refuse("not_found");
  const { items: [facts] } = await listCandidates(ctx, ctx.db, list, { kind: "products", productIds: [productId] }, 1);
  if (!facts) return refuse("not_found");
  const format = formatStyleOf(shop);
  const marks = marksOf({ facts, price: facts.price }, { layout, date: formatDate(ctx.now, format), format, words: await paperWords(shop) });
  return accept({ ...formatOf(layout.format).label, marks });
}
