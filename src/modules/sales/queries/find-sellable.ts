import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { normaliseBarcode } from "@/kernel/barcode.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { codesOfPlu, readScaleCode, type ScaleCode } from "@/kernel/scale-code.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SellableProduct } from "../rules/compose-sale.ts";
import { weighLabel } from "../rules/weigh-label.ts";
import type { SaleLineInput } from "../schema.ts";

interface ShopFacts {
  currency: string;
  scaleCodes: readonly ScaleCode[];
}

type Found = SellableProduct & { costCurrency: string; code: string };

/**
 * The product of each line, in the lines' order; null where the line names none or an unknown one. Sent without waiting, so that it
 * travels with what the caller sends beside it. A cost in another currency counts at the rate of the day, and without one as unknown.
 */
export async function findSellable(tx: TenantTx, lines: readonly SaleLineInput[], shop: Promise<ShopFacts>): Promise<(SellableProduct | null)[]> {
  const ids = lines.flatMap((line) => line.productId ?? []);
  const skus = lines.flatMap((line) => line.sku ?? []);
  const codes = lines.flatMap((line) => (line.barcode === undefined ? [] : normaliseBarcode(line.barcode)));
  const [byId, bySku, byCode, { currency, scaleCodes }] = await burst([
    ids.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive",
             CASE WHEN p.kit_pricing IS NOT NULL THEN
               (SELECT json_agg(json_build_object('productId', c.id, 'name', c.name, 'quantity', k.quantity::text)) FROM kit_parts(p.id) k JOIN product c ON c.id = k.component_id) END AS parts, '1'::text AS "packSize", p.id::text AS code
        FROM product p WHERE p.id = ANY (${ids}::uuid[])`),
    skus.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive",
             CASE WHEN p.kit_pricing IS NOT NULL THEN
               (SELECT json_agg(json_build_object('productId', c.id, 'name', c.name, 'quantity', k.quantity::text)) FROM kit_parts(p.id) k JOIN product c ON c.id = k.component_id) END AS parts, '1'::text AS "packSize", p.sku AS code
        FROM product p WHERE p.sku = ANY (${skus}::text[])`),
    codes.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive",
             CASE WHEN p.kit_pricing IS NOT NULL THEN
               (SELECT json_agg(json_build_object('productId', c.id, 'name', c.name, 'quantity', k.quantity::text)) FROM kit_parts(p.id) k JOIN product c ON c.id = k.component_id) END AS parts, b.pack_size::text AS "packSize", b.code
        FROM product_barcode b JOIN product p ON p.tenant_id = b.tenant_id AND p.id = b.product_id WHERE b.code = ANY (${codes}::text[])`),
    // Awaited with the others: were it left for later, their failure would leave its own without anybody to hear it.
    shop,
  ]);
  const known = new Set(byCode.map(({ code }) => code));
  const weighed = await findWeighed(tx, codes.filter((code) => !known.has(code)), scaleCodes);
  const rates = await findRates(tx, currency, [...byId, ...bySku, ...byCode, ...weighed.values()]);
  const index = (rows: readonly Found[]) => new Map(rows.map((row) => [row.code, sellable(row, rates)]));
  const [ofId, ofSku, ofCode] = [index(byId), index(bySku), index(byCode)];
  for (const [code, row] of weighed) ofCode.set(code, sellable(row, rates));
  return lines.map((line) => {
    if (line.productId !== undefined) return ofId.get(line.productId) ?? null;
    if (line.sku !== undefined) return ofSku.get(line.sku) ?? null;
    return line.barcode === undefined ? null : (ofCode.get(normaliseBarcode(line.barcode)) ?? null);
  });
}

/** What the labels of the shop's scales among these codes sell: the pack is the weight, the price the label's. Asks nothing when there are none. */
async function findWeighed(tx: TenantTx, codes: readonly string[], scaleCodes: readonly ScaleCode[]): Promise<Map<string, Found>> {
  const labels = codes.flatMap((code) => {
    const label = readScaleCode(code, scaleCodes);
    return label ? [{ code, label, names: codesOfPlu(label.plu) }] : [];
  });
  if (labels.length === 0) return new Map();
  const names = [...new Set(labels.flatMap((label) => label.names))];
  const rows = await tx.rows<Found>(sql`
    SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
           p.tax_rate AS "taxRate", p.is_active AS "isActive",
             CASE WHEN p.kit_pricing IS NOT NULL THEN
               (SELECT json_agg(json_build_object('productId', c.id, 'name', c.name, 'quantity', k.quantity::text)) FROM kit_parts(p.id) k JOIN product c ON c.id = k.component_id) END AS parts, '1'::text AS "packSize", n.code
      FROM (SELECT b.code, b.product_id, 0 AS place FROM product_barcode b WHERE b.code = ANY (${names}::text[])
            UNION ALL SELECT s.sku, s.id, 1 FROM product s WHERE s.sku = ANY (${names}::text[])) n
      JOIN product p ON p.id = n.product_id ORDER BY n.place DESC`);
  // Of a code that is one product's barcode and another's own, the barcode wins: it comes last.
  const known = new Map(rows.map((row) => [row.code, row]));
  return new Map(labels.flatMap(({ code, label, names: own }) => {
    const row = own.map((name) => known.get(name)).find((one) => one !== undefined);
    if (!row) return [];
    const weighed = weighLabel(label, row);
    return [[code, weighed ? { ...row, packSize: weighed.quantity, salePrice: weighed.unitPrice ?? row.salePrice, ...(weighed.unitPrice === null ? {} : { isPriceFixed: true as const }) } : { ...row, salePrice: null }] as const];
  }));
}

/** Today's rate of each currency that these costs are in. Asks nothing when they are in the shop's own. */
async function findRates(tx: TenantTx, home: string, found: readonly Found[]): Promise<ReadonlyMap<string, Decimal>> {
  const foreign = [...new Set(found.filter(({ costCurrency, unitCost }) => unitCost !== null && costCurrency !== home).map(({ costCurrency }) => costCurrency))];
  const rows = foreign.length === 0 ? [] : await tx.rows<{ currency: string; rate: Decimal }>(sql`SELECT currency, rate FROM current_rate WHERE currency = ANY (${foreign}::text[])`);
  return new Map([[home, "1"], ...rows.map(({ currency, rate }) => [currency, rate] as const)]);
}

function sellable({ costCurrency, code: _code, unitCost, ...product }: Found, rates: ReadonlyMap<string, Decimal>): SellableProduct {
  const rate = rates.get(costCurrency);
  return { ...product, unitCost: unitCost === null || rate === undefined ? null : rate === "1" ? unitCost : fix(big(unitCost).times(rate), PRICE_SCALE) };
}
