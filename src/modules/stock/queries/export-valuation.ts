import { createTranslator } from "next-intl";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import type { OutCell } from "@/platform/spreadsheet/out-cell.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { ExportValuationInput } from "../schema.ts";
import { valueStock, type ValuationRow } from "./value-stock.ts";

/** Each page values the whole stock again: few of them. */
const PAGE = 20_000;

type Question = Omit<ExportValuationInput, "format">;

/** What the goods are worth, all rows, as a file in the shop's language. */
export async function exportValuation(ctx: Pick<Context, "db">, { format, ...asked }: ExportValuationInput): Promise<SheetFile> {
  const shop = await getShop(ctx);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "files.valuation" });
  const ofProducts = asked.by === "product";
  const header = [...(ofProducts ? [t("sku")] : []), t(asked.by), ...(ofProducts ? [t("unit"), t("quantity")] : [t("products")]), t("average"), t("last"), t("replacement")];
  const write = ({ sku, name, unit, quantity, products, average, last, replacement }: ValuationRow): OutCell[] => [
    ...(ofProducts ? [sku] : []),
    name ?? t(asked.by === "location" ? "onTheWay" : "noCategory"),
    ...(ofProducts ? [unit, quantity === null ? null : { number: quantity }] : [{ number: String(products) }]),
    { number: average }, { number: last }, { number: replacement },
  ];
  return sheetFile(format, { title: asked.asOf ? `${t("title")} ${asked.asOf}` : t("title"), header, rows: rowsOf(ctx, asked, write), decimal: formatStyleOf(shop).decimal });
}

async function* rowsOf(ctx: Pick<Context, "db">, asked: Question, write: (row: ValuationRow) => OutCell[]): AsyncGenerator<OutCell[]> {
  for (let cursor: string | undefined; ; ) {
    const page = await valueStock(ctx, { ...asked, limit: PAGE, cursor });
    if (!page.ok) throw new Error(`A page of an export was refused: ${page.code}`);
    yield* page.value.items.map(write);
    if (page.value.nextCursor === null) return;
    cursor = page.value.nextCursor;
  }
}
