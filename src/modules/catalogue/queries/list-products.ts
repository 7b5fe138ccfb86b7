import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { isDecimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { withDescendants } from "../rules/category-tree.ts";
import { readCursor, writeCursor, type PageKey } from "../rules/page-cursor.ts";
import type { ListProductsInput } from "../schema.ts";
import { browseProducts, type Sort } from "./browse-products.ts";
import { findByBarcode } from "./find-by-barcode.ts";
import { listCategories } from "./list-categories.ts";
import { loadProducts } from "./load-products.ts";
import type { ProductPage } from "./product-view.ts";
import { searchProducts, type SearchFilter, type SearchKey } from "./search-products.ts";

export interface ProductList extends ProductPage {
  /** What was searched instead of a mistyped question. */
  corrected: string | null;
}

/** A page of products: the whole catalogue in an order, what a question finds by rank, or the one with a barcode. Refuses a foreign cursor. */
export async function listProducts(ctx: Pick<Context, "db" | "permissions">, input: ListProductsInput): Promise<Result<ProductList>> {
  if (input.barcode !== undefined) {
    const product = await findByBarcode(ctx, input.barcode);
    return accept({ items: product ? [product] : [], nextCursor: null, corrected: null });
  }
  const filter = await filterOf(ctx, input);
  return input.q?.trim() ? search(ctx, input.q, input, filter) : browse(ctx, input, filter);
}

export async function filterOf(ctx: Pick<Context, "db">, { categoryId, archived, state, tag, brand, supplierId, field }: Pick<ListProductsInput, "categoryId" | "archived" | "state" | "tag" | "brand" | "supplierId" | "field">): Promise<SearchFilter> {
  const categoryIds = categoryId === undefined ? null : withDescendants(await listCategories(ctx), categoryId);
  return { archived, categoryIds, state: state ?? null, tag: tag ?? null, brand: brand ?? null, supplierId: supplierId ?? null, field: field === undefined ? null : JSON.stringify({ [field.slice(0, 36)]: field.slice(37) }) };
}

async function search(ctx: Pick<Context, "db" | "permissions">, question: string, { limit, cursor }: ListProductsInput, filter: SearchFilter): Promise<Result<ProductList>> {
  const after = cursor === undefined ? null : searchKey(readCursor(cursor, 4));
  if (cursor !== undefined && after === null) return refuseField("cursor", "invalid");
  const { found, corrected } = await searchProducts(ctx.db, question, limit + 1, filter, after);
  const last = found.length > limit ? found[limit - 1]! : null;
  const items = await loadProducts(ctx, ctx.db, found.slice(0, limit).map(({ id }) => id));
  return accept({ items, nextCursor: last && writeCursor([last.class, last.soldCount, last.text, last.id]), corrected });
}

function searchKey(key: PageKey | null): SearchKey | null {
  if (!key) return null;
  const [rank, soldCount, text, id] = key;
  const sound = Number.isSafeInteger(rank) && Number.isSafeInteger(soldCount) && Math.abs(soldCount as number) < 2 ** 31 && Math.abs(rank as number) < 10 && typeof text === "string" && isUuid(id);
  return sound ? { class: rank as number, soldCount: soldCount as number, text: text as string, id: id as string } : null;
}

async function browse(ctx: Pick<Context, "db" | "permissions">, { sort, limit, cursor }: ListProductsInput, filter: SearchFilter): Promise<Result<ProductList>> {
  const after = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (after === null || !fits(sort, after))) return refuseField("cursor", "invalid");
  const rows = await browseProducts(ctx.db, sort, filter, after, limit + 1);
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return accept({ items: await loadProducts(ctx, ctx.db, rows.slice(0, limit).map(({ id }) => id)), nextCursor: last && writeCursor([last.key, last.id]), corrected: null });
}

/** Whether the key is of the kind that this order compares with. */
function fits(sort: Sort, [key, id]: PageKey): boolean {
  if (typeof key !== "string" || !isUuid(id)) return false;
  if (sort === "price" || sort === "-price") return isDecimal(key);
  return sort !== "-updated" || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key);
}
