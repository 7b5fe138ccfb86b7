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
  const numbers = meant === null ? await readNumbers(ctx, filter, limit) : await findNumbers(ctx, filter, limit, meant);
  const rows = await readRows(ctx, numbers.slice(0, limit));
  return { items: rows, nextCursor: numbers.length > limit ? String(rows.at(-1)!.number) : null };
}

type Filter = Omit<ListSalesInput, "q" | "productId" | "limit">;

interface Meaning {
  number: string | null;
  total: Decimal | null;
  customerIds: string[];
  productIds: string[];
}

async function meaningOf(ctx: Context, q: string | undefined): Promise<Meaning | null> {
  const question = readSalesQuery(q ?? "", formatStyleOf(await getShop(ctx)).decimal);
  if (!question) return null;
  const { number, total, words } = question;
  if (words === null) return { number, total, customerIds: [], productIds: [] };
  const [customerIds, products] = await Promise.all([findCustomerIds(ctx, words, MEANT), searchProducts(ctx.db, words, MEANT)]);
  // A guess at what was mistyped would answer a question that nobody asked of past sales.
  return { number, total, customerIds, productIds: products.corrected === null ? products.found.map(({ id }) => id) : [] };
}

/** The numbers of a page and one more, by the index of numbers. */
async function readNumbers(ctx: Context, { from, to, customerId, memberId, method, status, cursor }: Filter, limit: number): Promise<string[]> {
  const rows = await ctx.db.rows<{ number: string }>(sql`
    SELECT s.number FROM sale s LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
     WHERE (${from ?? null}::date IS NULL OR s.business_date >= ${from ?? null}::date)
       AND (${to ?? null}::date IS NULL OR s.business_date <= ${to ?? null}::date)
       AND (${customerId ?? null}::uuid IS NULL OR s.customer_id = ${customerId ?? null}::uuid)
       AND (${memberId ?? null}::uuid IS NULL OR s.member_id = ${memberId ?? null}::uuid)
       AND (${status ?? null}::text IS NULL OR coalesce(t.status, 'completed') = ${status ?? null})
       AND (${method ?? null}::text IS NULL OR EXISTS (SELECT FROM sale_payment p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.id AND p.method = ${method ?? null}))
       AND (${cursor ?? null}::bigint IS NULL OR s.number < ${cursor ?? null}::bigint)
     ORDER BY s.number DESC
     LIMIT ${limit + 1}`);
  return rows.map(({ number }) => number);
}

/** Sales that are looked through first: what sells every hour fills its page among them. */
const RECENT = 3_000;

/** The same among the sales that the question may mean: first the newest of all, then, where these fill no page, the others. */
async function findNumbers(ctx: Context, filter: Filter, limit: number, meant: Meaning): Promise<string[]> {
  const cursor = filter.cursor ?? null;
  const [floor] = meant.productIds.length === 0 ? [] : await ctx.db.rows<{ number: string }>(sql`SELECT number FROM sale WHERE ${cursor}::bigint IS NULL OR number < ${cursor}::bigint ORDER BY number DESC OFFSET ${RECENT} LIMIT 1`);
  const recent = floor ? await findAbove(ctx, filter, limit, meant, floor.number) : [];
  return recent.length > limit ? recent : findAbove(ctx, filter, limit, meant, null);
}

/** Each meaning is read by its own index, and what they have together above a number is ordered. */
async function findAbove(ctx: Context, { from, to, customerId, memberId, method, status, cursor }: Filter, limit: number, meant: Meaning, floor: string | null): Promise<string[]> {
  const rows = await ctx.db.rows<{ number: string }>(sql`
    WITH meant AS MATERIALIZED (
      SELECT id FROM sale WHERE number = ${meant.number}::bigint
      UNION SELECT id FROM sale WHERE total = ${meant.total}::numeric
      UNION SELECT id FROM sale WHERE customer_id = ANY (${meant.customerIds}::uuid[])
      UNION SELECT sale_id FROM sale_line WHERE product_id = ANY (${meant.productIds}::uuid[]) AND (${floor}::bigint IS NULL OR sale_id IN (SELECT id FROM sale WHERE number > ${floor}::bigint)))
    SELECT s.number FROM meant JOIN sale s ON s.id = meant.id LEFT JOIN sale_state t ON t.tenant_id = s.tenant_id AND t.sale_id = s.id
     WHERE (${floor}::bigint IS NULL OR s.number > ${floor}::bigint)
       AND (${from ?? null}::date IS NULL OR s.business_date >= ${from ?? null}::date)
       AND (${to ?? null}::date IS NULL OR s.business_date <= ${to ?? null}::date)
       AND (${customerId ?? null}::uuid IS NULL OR s.customer_id = ${customerId ?? null}::uuid)
       AND (${memberId ?? null}::uuid IS NULL OR s.member_id = ${memberId ?? null}::uuid)
       AND (${status ?? null}::text IS NULL OR coalesce(t.status, 'completed') = ${status ?? null})
       AND (${method ?? null}::text IS NULL OR EXISTS (SELECT FROM sale_payment p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.id AND p.method = ${method ?? null}))
       AND (${cursor ?? null}::bigint IS NULL OR s.number < ${cursor ?? null}::bigint)
     ORDER BY s.number DESC
     LIMIT ${limit + 1}`);
  return rows.map(({ number }) => number);
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
