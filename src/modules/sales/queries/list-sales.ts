import type { Decimal } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { findCustomerIds } from "@/modules/customers/queries/find-customer-ids.ts";
import { searchProducts } from "@/modules/catalogue/queries/search-products.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { sql } from "@/platform/db/sql.ts";
import { readSalesQuery } from "../rules/read-sales-query.ts";
import type { SaleStatus } from "../rules/sale-status.ts";
import type { ListSalesInput } from "../schema.ts";
import { findSaleNumbers, type SaleMeaning } from "./find-sale-numbers.ts";

export interface SaleRowView {
  id: string;
  number: number;
  status: SaleStatus;
  soldAt: string;
  customerId: string;
  customerName: string;
  memberName: string;
  lineCount: number;
  methods: string[];
  subtotal: Decimal;
  discount: Decimal;
  adjustment: Decimal;
  tax: Decimal;
  total: Decimal;
  change: Decimal;
}

/** Products and customers that one question may mean. */
const MEANT = 200;

/** Sales, the newest first. `from` and `to` are the tenant's days, both included. The cursor is the last number seen. */
export async function listSales(ctx: Context, { q, productId, limit, ...filter }: ListSalesInput): Promise<{ items: SaleRowView[]; nextCursor: string | null }> {
  const meant = productId === undefined ? await meaningOf(ctx, q) : { number: null, total: null, customerIds: [], productIds: [productId] };
  const numbers = await findSaleNumbers(ctx, filter, meant, limit);
  const rows = await readRows(ctx, numbers.slice(0, limit));
  return { items: rows, nextCursor: numbers.length > limit ? String(rows.at(-1)!.number) : null };
}

async function meaningOf(ctx: Context, q: string | undefined): Promise<SaleMeaning | null> {
  const question = readSalesQuery(q ?? "", formatStyleOf(await getShop(ctx)).decimal);
  if (!question) return null;
  const { number, total, words } = question;
  if (words === null) return { number, total, customerIds: [], productIds: [] };
  const [customerIds, products] = await Promise.all([findCustomerIds(ctx, words, MEANT), searchProducts(ctx.db, words, MEANT)]);
  // A guess at what was mistyped would answer a question that nobody asked of past sales.
  return { number, total, customerIds, productIds: products.corrected === null ? products.found.map(({ id }) => id) : [] };
}

/** What a page shows of its sales, and of no others. */
async function readRows(ctx: Context, numbers: readonly string[]): Promise<SaleRowView[]> {
  const rows = await ctx.db.rows<Omit<SaleRowView, "number" | "soldAt"> & { number: string; soldAt: Date }>(sql`
    SELECT s.id, s.number, coalesce(t.status, 'completed') AS status, s.sold_at AS "soldAt", s.customer_id AS "customerId", c.name AS "customerName", m.name AS "memberName",
           (SELECT count(*)::int FROM sale_line l WHERE l.tenant_id = s.tenant_id AND l.sale_id = s.id) AS "lineCount",
           ARRAY(SELECT p.method FROM sale_payment p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.id ORDER BY p.id) AS methods,
           s.subtotal, s.discount, s.adjustment, s.tax, s.total, s.change
      FROM sale s
      LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
      JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
      JOIN member m ON m.tenant_id = s.tenant_id AND m.id = s.member_id
     WHERE s.number = ANY (${numbers}::bigint[])
     ORDER BY s.number DESC`);
  return rows.map((row) => ({ ...row, number: Number(row.number), soldAt: row.soldAt.toISOString() }));
}
