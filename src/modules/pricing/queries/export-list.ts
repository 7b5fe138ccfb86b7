import { createTranslator } from "next-intl";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import type { OutCell } from "@/platform/spreadsheet/out-cell.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { SheetFormat } from "@/platform/spreadsheet/sheet-formats.ts";
import { listListPrices } from "./list-list-prices.ts";
import { getPriceList } from "./load-price-lists.ts";

const PAGE = 500;

/** The prices of a list by name of product, as a file in the shop's language; derived ones as they are while the file is made. */
export async function exportList(ctx: Pick<Context, "db" | "permissions">, listId: string, format: SheetFormat): Promise<Result<SheetFile>> {
  const [list, shop] = await Promise.all([getPriceList(ctx.db, listId), getShop(ctx)]);
  if (!list) return refuse("not_found");
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "files" });
  const header = [t("product.sku"), t("product.name"), t("product.price")];
  return accept(sheetFile(format, { title: list.name ?? t("baseList"), header, rows: rowsOf(ctx, listId), decimal: formatStyleOf(shop).decimal }));
}

async function* rowsOf(ctx: Pick<Context, "db">, listId: string): AsyncGenerator<OutCell[]> {
  for (let cursor: string | undefined; ; ) {
    const page = await listListPrices(ctx, listId, { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new Error(`A page of an export was refused: ${page.code}`);
    for (const { sku, name, price } of page.value.items) yield [sku, name, price === null ? null : { number: price }];
    if (page.value.nextCursor === null) return;
    cursor = page.value.nextCursor;
  }
}
