import type { Decimal } from "@/kernel/decimal.ts";
import { normaliseBarcode } from "@/kernel/barcode.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { SellableProduct } from "../rules/compose-sale.ts";
import type { SaleLineInput } from "../schema.ts";

type Found = SellableProduct & { costCurrency: string; code: string };

/**
 * The product of each line, in the lines' order; null where the line names none or an unknown one. Sent without waiting, so that it
 * travels with what the caller sends beside it. A cost in another currency is not guessed at: it counts as unknown.
 */
export async function findSellable(tx: TenantTx, lines: readonly SaleLineInput[], currency: Promise<string>): Promise<(SellableProduct | null)[]> {
  const ids = lines.flatMap((line) => line.productId ?? []);
  const skus = lines.flatMap((line) => line.sku ?? []);
  const codes = lines.flatMap((line) => (line.barcode === undefined ? [] : normaliseBarcode(line.barcode)));
  const [byId, bySku, byCode, shopCurrency] = await burst([
    ids.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive", '1'::text AS "packSize", p.id::text AS code
        FROM product p WHERE p.id = ANY (${ids}::uuid[])`),
    skus.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive", '1'::text AS "packSize", p.sku AS code
        FROM product p WHERE p.sku = ANY (${skus}::text[])`),
    codes.length === 0 ? [] : tx.rows<Found>(sql`
      SELECT p.id, p.sku, p.name, p.unit, p.sale_price AS "salePrice", p.cost_price AS "unitCost", p.cost_currency AS "costCurrency",
             p.tax_rate AS "taxRate", p.is_active AS "isActive", b.pack_size::text AS "packSize", b.code
        FROM product_barcode b JOIN product p ON p.tenant_id = b.tenant_id AND p.id = b.product_id WHERE b.code = ANY (${codes}::text[])`),
    // Awaited with the others: were it left for later, their failure would leave its own without anybody to hear it.
    currency,
  ]);
  const index = (rows: readonly Found[]) => new Map(rows.map((row) => [row.code, sellable(row, shopCurrency)]));
  const [ofId, ofSku, ofCode] = [index(byId), index(bySku), index(byCode)];
  return lines.map((line) => {
    if (line.productId !== undefined) return ofId.get(line.productId) ?? null;
    if (line.sku !== undefined) return ofSku.get(line.sku) ?? null;
    return line.barcode === undefined ? null : (ofCode.get(normaliseBarcode(line.barcode)) ?? null);
  });
}

function sellable({ costCurrency, code: _code, unitCost, ...product }: Found, currency: string): SellableProduct {
  return { ...product, unitCost: costCurrency === currency ? (unitCost as Decimal | null) : null };
}
