import { createTranslator } from "next-intl";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import type { OutCell } from "@/platform/spreadsheet/out-cell.ts";
import { sheetFile, type SheetFile } from "@/platform/spreadsheet/sheet-file.ts";
import type { ExportProductsInput } from "../schema.ts";
import { filterOf, listProducts } from "./list-products.ts";
import { loadProducts } from "./load-products.ts";
import { matchProducts } from "./match-products.ts";
import type { ProductView } from "./product-view.ts";

const PAGE = 500;

type Reader = Pick<Context, "db" | "permissions">;

/** The products that a list shows, all of its pages, as a file in the shop's language; without costs for members who may not see them. */
export async function exportProducts(ctx: Reader, { format, ...filter }: ExportProductsInput): Promise<SheetFile> {
  const shop = await getShop(ctx);
  const locale = isUiLocale(shop.locale) ? shop.locale : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "files" });
  const seesCost = ctx.permissions.has("product.cost");
  const columns = COLUMNS.filter(({ key }) => seesCost || !OF_COSTS.includes(key));
  const header = columns.map(({ key }) => t(`product.${key}`));
  const words = { yes: t("yes"), no: t("no") };
  return sheetFile(format, { title: t("product.title"), header, rows: rowsOf(ctx, filter, (product) => columns.map(({ cell }) => cell(product, words))), decimal: formatStyleOf(shop).decimal });
}

type Filter = Omit<ExportProductsInput, "format">;

/** Page by page, each by the key of the one before: what is sold or written meanwhile waits for nothing. */
async function* rowsOf(ctx: Reader, filter: Filter, write: (product: ProductView) => OutCell[]): AsyncGenerator<OutCell[]> {
  const products = filter.q?.trim() ? matching(ctx, filter.q, filter) : browsing(ctx, filter);
  for await (const page of products) yield* page.map(write);
}

async function* browsing(ctx: Reader, filter: Filter): AsyncGenerator<ProductView[]> {
  for (let cursor: string | undefined; ; ) {
    const page = await listProducts(ctx, { ...filter, barcode: undefined, limit: PAGE, cursor });
    if (!page.ok) throw new Error(`A page of an export was refused: ${page.code}`);
    yield page.value.items;
    if (page.value.nextCursor === null) return;
    cursor = page.value.nextCursor;
  }
}

/** A mistyped question is put right as on the list. */
async function* matching(ctx: Reader, question: string, filter: Filter): AsyncGenerator<ProductView[]> {
  const [best, where] = await Promise.all([listProducts(ctx, { ...filter, barcode: undefined, limit: 1, cursor: undefined }), filterOf(ctx, filter)]);
  const asked = (best.ok ? best.value.corrected : null) ?? question;
  for (let after: [string, string] | null = null; ; ) {
    const found = await matchProducts(ctx.db, asked, where, after, PAGE);
    yield await loadProducts(ctx, ctx.db, found.map(({ id }) => id));
    const last = found.at(-1);
    if (!last || found.length < PAGE) return;
    after = [last.key, last.id];
  }
}

const number = (value: Decimal | null | undefined): OutCell => (value == null ? null : { number: value });

interface Column {
  key: "sku" | "name" | "brand" | "category" | "unit" | "barcode" | "supplierCode" | "cost" | "costCurrency" | "tax" | "price" | "stock" | "minStock" | "tags" | "active";
  cell: (product: ProductView, words: { yes: string; no: string }) => OutCell;
}

const OF_COSTS: readonly string[] = ["cost", "costCurrency"];

/** Named as imports know columns, so that a file that was edited comes back in. */
const COLUMNS: readonly Column[] = [
  { key: "sku", cell: ({ sku }) => sku },
  { key: "name", cell: ({ name }) => name },
  { key: "brand", cell: ({ brand }) => brand },
  { key: "category", cell: ({ categoryName }) => categoryName },
  { key: "unit", cell: ({ unit }) => unit },
  { key: "barcode", cell: ({ barcodes }) => barcodes.join(" ") },
  { key: "supplierCode", cell: ({ supplierCode }) => supplierCode },
  { key: "cost", cell: ({ costPrice }) => number(costPrice) },
  { key: "costCurrency", cell: ({ costPrice, costCurrency }) => (costPrice == null ? null : (costCurrency ?? null)) },
  { key: "tax", cell: ({ taxRate }) => number(taxRate) },
  { key: "price", cell: ({ salePrice }) => number(salePrice) },
  { key: "stock", cell: ({ stock }) => number(stock.onHand) },
  { key: "minStock", cell: ({ minStock }) => number(minStock) },
  { key: "tags", cell: ({ tags }) => tags.join(", ") },
  { key: "active", cell: ({ isActive }, { yes, no }) => (isActive ? yes : no) },
];
