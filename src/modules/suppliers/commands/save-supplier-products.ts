import { accept, refuse, refuseField, RefusedError, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { SupplierLink } from "../schema.ts";

interface FoundLink extends SupplierLink {
  productId: string;
}

/**
 * Writes what a supplier asks for products, by the thousand; absent members of a line stay. A product that has no main supplier yet gets this
 * one, `isMain` takes it from another. A main supplier's list price becomes the product's cost. Answers the ids of the products.
 */
export async function saveSupplierProducts(ctx: Context, supplierId: string, items: readonly SupplierLink[]): Promise<Result<{ productIds: string[] }>> {
  if (items.some(({ listPrice }) => listPrice !== undefined) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  return ctx.transact(async (tx) => {
    const [supplier] = await tx.rows(sql`SELECT id FROM supplier WHERE id = ${supplierId} FOR KEY SHARE`);
    if (!supplier) return refuse("not_found");
    const links = await findProducts(tx, items);
    const productIds = links.map(({ productId }) => productId);
    if (new Set(productIds).size !== links.length) return refuseField("items", "conflict");
    await tx.rows(sql`SELECT id FROM product WHERE id = ANY (${productIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
    await write(tx, ctx, supplierId, links);
    await chooseMain(tx, supplierId, links);
    await bringCosts(tx, ctx, supplierId, links.filter(({ listPrice }) => listPrice != null).map(({ productId }) => productId));
    await recordAudit(tx, ctx, { action: "supplier.products", entity: "supplier", entityId: supplierId, detail: { count: links.length } });
    return accept({ productIds });
  });
}

async function findProducts(tx: TenantTx, items: readonly SupplierLink[]): Promise<FoundLink[]> {
  const found = await tx.rows<{ id: string; sku: string }>(sql`
    SELECT id, sku FROM product WHERE id = ANY (${items.flatMap(({ productId }) => productId ?? [])}::uuid[]) OR sku = ANY (${items.flatMap(({ sku }) => sku ?? [])}::text[])`);
  const [byId, bySku] = [new Set(found.map(({ id }) => id)), new Map(found.map(({ id, sku }) => [sku, id]))];
  const named = items.map((item) => ({ ...item, productId: item.sku === undefined ? item.productId! : bySku.get(item.sku) }));
  const missing = named.flatMap(({ productId, sku }, i): FieldRefusal[] => (productId !== undefined && (sku !== undefined || byId.has(productId)) ? [] : [{ path: `items.${i}.${sku === undefined ? "productId" : "sku"}`, code: "product_unknown" }]));
  if (missing.length > 0) throw new RefusedError(refuse("product_unknown", { fields: missing }));
  return named as FoundLink[];
}

async function write(tx: TenantTx, ctx: Context, supplierId: string, links: readonly FoundLink[]): Promise<void> {
  const lines = links.map(({ productId, code, listPrice, packSize }) => ({ p: productId, c: code, says_c: code !== undefined, l: listPrice, says_l: listPrice !== undefined, k: packSize }));
  await tx.execute(sql`
    INSERT INTO supplier_product (supplier_id, product_id, code, list_price, pack_size, list_source, updated_at)
    SELECT ${supplierId}::uuid, one.p, CASE WHEN one.says_c THEN one.c ELSE old.code END, CASE WHEN one.says_l THEN one.l ELSE old.list_price END, coalesce(one.k, old.pack_size, 1), CASE WHEN one.says_l AND one.l IS DISTINCT FROM old.list_price THEN NULL ELSE old.list_source END, ${ctx.now}
      FROM json_to_recordset(${JSON.stringify(lines)}::json) AS one (p uuid, c text, says_c boolean, l numeric, says_l boolean, k numeric)
      LEFT JOIN supplier_product old ON old.supplier_id = ${supplierId} AND old.product_id = one.p
        ON CONFLICT (tenant_id, supplier_id, product_id) DO UPDATE SET code = excluded.code, list_price = excluded.list_price, pack_size = excluded.pack_size, list_source = excluded.list_source, updated_at = excluded.updated_at`)
    .catch((error: unknown) => {
      const refusal = refuseDuplicate(error);
      throw refusal ? new RefusedError(refusal) : error;
    });
}

async function chooseMain(tx: TenantTx, supplierId: string, links: readonly FoundLink[]): Promise<void> {
  const [claimed, given] = [true, false].map((wanted) => links.filter(({ isMain }) => isMain === wanted).map(({ productId }) => productId));
  const open = links.filter(({ isMain }) => isMain === undefined).map(({ productId }) => productId);
  await tx.execute(sql`
    UPDATE supplier_product SET is_main = false
     WHERE is_main AND (product_id = ANY (${claimed}::uuid[]) AND supplier_id <> ${supplierId} OR product_id = ANY (${given}::uuid[]) AND supplier_id = ${supplierId})`);
  await tx.execute(sql`
    UPDATE supplier_product s SET is_main = true
     WHERE s.supplier_id = ${supplierId} AND NOT s.is_main AND (s.product_id = ANY (${claimed}::uuid[])
        OR s.product_id = ANY (${open}::uuid[]) AND NOT EXISTS (SELECT FROM supplier_product o WHERE o.product_id = s.product_id AND o.is_main))`);
}

/** Only where the cost is kept in the shop's own currency: in another, a person wrote it down for a reason. */
async function bringCosts(tx: TenantTx, ctx: Context, supplierId: string, productIds: readonly string[]): Promise<void> {
  const costs = await tx.rows<{ id: string; costPrice: string }>(sql`
    SELECT p.id, c.cost AS "costPrice" FROM supplier_product l JOIN product p ON p.id = l.product_id JOIN replacement_cost c ON c.product_id = p.id CROSS JOIN shop
     WHERE l.supplier_id = ${supplierId} AND l.is_main AND l.product_id = ANY (${productIds}::uuid[]) AND p.cost_currency = shop.currency
       AND c.cost IS NOT NULL AND c.cost IS DISTINCT FROM p.cost_price ORDER BY p.id`);
  await changeProducts(tx, ctx, costs);
}
