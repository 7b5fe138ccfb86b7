import { accept, refuse, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListPriceInput } from "../schema.ts";

/** Writes prices of an own list; null takes a product off it. The base list's are written on the products, a derived one's nowhere. */
export async function saveListPrices(ctx: Context, listId: string, items: readonly ListPriceInput[]): Promise<Result<{ changed: number }>> {
  return ctx.transact(async (tx) => {
    const [list] = await tx.rows<{ kind: string }>(sql`SELECT kind FROM price_list WHERE id = ${listId} FOR KEY SHARE`);
    if (!list) return refuse("not_found");
    if (list.kind !== "own") return refuse("price_list_derived");
    const ids = items.map(({ productId }) => productId);
    const known = new Set((await tx.rows<{ id: string }>(sql`SELECT id FROM product WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR KEY SHARE`)).map(({ id }) => id));
    const missing = ids.flatMap((id, i): FieldRefusal[] => (known.has(id) ? [] : [{ path: `items.${i}.productId`, code: "product_unknown" }]));
    if (missing.length > 0) return refuse("product_unknown", { fields: missing });
    const prices = [...new Map(items.map(({ productId, price }) => [productId, price]))].map(([p, n]) => ({ p, n })).sort((a, b) => (a.p < b.p ? -1 : 1));
    const gone = await tx.execute(sql`DELETE FROM list_price WHERE list_id = ${listId} AND product_id = ANY (${prices.filter(({ n }) => n === null).map(({ p }) => p)}::uuid[])`);
    const written = await tx.execute(sql`
      INSERT INTO list_price AS l (list_id, product_id, price, updated_at)
      SELECT ${listId}::uuid, one.p, one.n, ${ctx.now} FROM json_to_recordset(${JSON.stringify(prices)}::json) AS one (p uuid, n numeric) WHERE one.n IS NOT NULL
          ON CONFLICT (tenant_id, list_id, product_id) DO UPDATE SET price = excluded.price, source = NULL, updated_at = excluded.updated_at WHERE l.price <> excluded.price`);
    await recordAudit(tx, ctx, { action: "price_list.prices", entity: "price_list", entityId: listId, detail: { written, gone } });
    return accept({ changed: written + gone });
  });
}
