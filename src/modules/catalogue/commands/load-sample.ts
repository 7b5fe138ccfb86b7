import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { readSample, type SampleProduct } from "../rules/read-sample.ts";
import { SAMPLE_SHEETS } from "../samples/sample-sheets.ts";
import type { Trade } from "../schema.ts";

/**
 * Fills the shelf with a trade's sample, without stock: counts and money that nobody has would be in the books for good. Goods whose
 * code the shop uses already are left out. Refuses with sample_present while another sample is there.
 */
export async function loadSample(ctx: Context, { trade }: { trade: Trade }): Promise<Result<{ loaded: number }>> {
  const products = readSample(SAMPLE_SHEETS[trade]).map((product) => ({ ...product, id: newId(ctx.now.getTime()) }));
  return ctx.transact(async (tx) => {
    // Two clicks at once wait for each other here; the second one then finds the first one's sample.
    await tx.rows(sql`SELECT slug FROM shop FOR NO KEY UPDATE`);
    const [present] = await tx.rows(sql`SELECT id FROM product WHERE is_sample LIMIT 1`);
    if (present) return refuse("sample_present");
    const categories = await writeCategories(tx, products);
    const loaded = await writeProducts(tx, ctx, products, categories);
    await writeCodes(tx, products);
    await recordAudit(tx, ctx, { action: "sample.load", entity: "product", entityId: null, detail: { trade, loaded } });
    return accept({ loaded });
  });
}

/** Ids by name; a category that the shop has is used and stays the shop's. */
async function writeCategories(tx: TenantTx, products: readonly SampleProduct[]): Promise<Map<string, string>> {
  const roots = [...new Set(products.map(({ category }) => category[0]!))];
  const leaves = new Map(products.flatMap(({ category: [root, leaf] }) => (leaf ? [[leaf, root!] as const] : [])));
  const names = [...roots, ...leaves.keys()];
  await tx.execute(sql`
    INSERT INTO category (id, name, is_sample) SELECT id, name, true FROM unnest(${roots.map(() => newId())}::uuid[], ${roots}::text[]) AS given (id, name)
    ON CONFLICT (tenant_id, name) DO NOTHING`);
  await tx.execute(sql`
    INSERT INTO category (id, name, parent_id, is_sample)
    SELECT given.id, given.name, c.id, true
      FROM unnest(${[...leaves].map(() => newId())}::uuid[], ${[...leaves.keys()]}::text[], ${[...leaves.values()]}::text[]) AS given (id, name, parent)
      JOIN category c ON c.name = given.parent
    ON CONFLICT (tenant_id, name) DO NOTHING`);
  const rows = await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM category WHERE name = ANY (${names}::text[])`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

type Identified = SampleProduct & { id: string };

async function writeProducts(tx: TenantTx, ctx: Context, products: readonly Identified[], categories: ReadonlyMap<string, string>): Promise<number> {
  const column = (pick: (product: Identified) => string | null) => products.map(pick);
  return tx.execute(sql`
    INSERT INTO product (id, sku, name, brand, unit, category_id, tax_rate, cost_price, cost_currency, sale_price, is_sample, created_at, updated_at)
    SELECT given.id, given.sku, given.name, given.brand, given.unit, given.category_id, given.tax_rate, given.cost, shop.currency, given.price, true, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      FROM shop, unnest(${column(({ id }) => id)}::uuid[], ${column(({ sku }) => sku)}::text[], ${column(({ name }) => name)}::text[], ${column(({ brand }) => brand)}::text[],
                        ${column(({ unit }) => unit)}::text[], ${column(({ category }) => categories.get(category.at(-1)!) ?? null)}::uuid[],
                        ${column(({ taxRate }) => taxRate)}::numeric[], ${column(({ costPrice }) => costPrice)}::numeric[], ${column(({ salePrice }) => salePrice)}::numeric[])
                 AS given (id, sku, name, brand, unit, category_id, tax_rate, cost, price)
    ON CONFLICT (tenant_id, sku) DO NOTHING`);
}

async function writeCodes(tx: TenantTx, products: readonly Identified[]): Promise<void> {
  const codes = products.flatMap(({ id, barcodes }) => barcodes.map((barcode) => ({ ...barcode, id })));
  await tx.execute(sql`
    INSERT INTO product_barcode (code, product_id, pack_size)
    SELECT given.code, p.id, given.pack
      FROM unnest(${codes.map(({ code }) => code)}::text[], ${codes.map(({ id }) => id)}::uuid[], ${codes.map(({ packSize }) => packSize)}::numeric[]) AS given (code, product_id, pack)
      JOIN product p ON p.id = given.product_id
    ON CONFLICT (tenant_id, code) DO NOTHING`);
}
