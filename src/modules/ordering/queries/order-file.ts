import { createTranslator } from "next-intl";
import { big, trimZeros } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { goodsColumns, tablePaper } from "@/platform/pdf/table-paper.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { SheetFormat } from "@/platform/spreadsheet/sheet-formats.ts";
import { getPurchaseOrder } from "./get-purchase-order.ts";

type Reader = Pick<Context, "db">;

/** An order as the supplier gets it on paper, in the shop's language. */
export async function orderPdf(ctx: Reader, id: string): Promise<Result<{ name: string; stream: ReturnType<typeof tablePaper> }>> {
  const known = await getPurchaseOrder(ctx.db, id);
  if (!known) return refuse("not_found");
  const { view } = known;
  const { shop, style, t } = await wordsOf(ctx);
  const facts = [
    [t("supplier"), view.supplierName], [t("deliverTo"), view.locationName], [t("date"), formatDate(new Date(view.sentAt ?? view.createdAt), style)],
    ...(view.expectedOn === null ? [] : [[t("expected"), formatDate(view.expectedOn, style)]]), ...(view.notes === null ? [] : [[t("notes"), view.notes]]),
  ] as [string, string][];
  const stream = tablePaper({
    title: t("title", { number: view.number }), from: shop.name, facts, lang: style.locale, at: new Date(view.createdAt),
    columns: goodsColumns([t("code"), t("product"), t("quantity"), t("unitCost"), t("net")]),
    rows: view.lines.map((line) => [
      line.supplierCode ?? line.sku, line.name, packs(line.quantity, line.packSize, formatQuantity(line.quantity, line.unit, style), (count, size) => t("packs", { count, size })),
      line.unitCost === null ? "" : formatPrice(line.unitCost, style, { symbol: false }), line.unitCost === null ? "" : formatMoney(roundMoney(big(line.quantity).times(line.unitCost)), style, { symbol: false }),
    ]),
    totals: [[t("total"), formatMoney(view.total, style)]], foot: [t("withoutTax")], page: (now, of) => t("page", { now, of }),
  });
  return accept({ name: `${t("title", { number: view.number })}.pdf`, stream });
}

/** The same as a table for the supplier's own program. */
export async function orderSheet(ctx: Reader, id: string, format: SheetFormat): Promise<Result<SheetFile>> {
  const known = await getPurchaseOrder(ctx.db, id);
  if (!known) return refuse("not_found");
  const { style, t } = await wordsOf(ctx);
  const header = [t("code"), t("sku"), t("product"), t("quantity"), t("packSize"), t("unitCost"), t("tax")];
  const rows = known.view.lines.map((line) => [line.supplierCode ?? "", line.sku, line.name, { number: line.quantity }, { number: line.packSize }, line.unitCost === null ? null : { number: line.unitCost }, { number: line.taxRate }]);
  return accept(sheetFile(format, { title: t("title", { number: known.view.number }), header, rows, decimal: style.decimal }));
}

/** "24 u (2 × 12)" where they make whole packs. */
function packs(quantity: string, packSize: string, written: string, words: (count: string, size: string) => string): string {
  const count = big(packSize).gt(1) && big(quantity).mod(packSize).eq(0) ? big(quantity).div(packSize).toFixed(0) : null;
  return count === null ? written : `${written} ${words(count, trimZeros(packSize))}`;
}

async function wordsOf(ctx: Reader) {
  const shop = await getShop(ctx);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  return { shop, style: formatStyleOf(shop), t: createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "ordering.paper" }) };
}
