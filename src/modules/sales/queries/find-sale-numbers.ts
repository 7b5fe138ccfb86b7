import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { planAnew, sql } from "@/platform/db/sql.ts";
import type { ListSalesInput } from "../schema.ts";

export type SaleFilter = Omit<ListSalesInput, "q" | "productId" | "limit">;

/** What a question may mean; empty parts are not meant. */
export interface SaleMeaning {
  number: string | null;
  total: Decimal | null;
  customerIds: readonly string[];
  productIds: readonly string[];
}

/** Ways into the sales, each by an index; of two that are as wide as was counted, the first. Those of the sale itself the planner takes without being led. */
const WAYS = ["status", "customer", "seller", "days", "method", "meant"] as const;
type Way = (typeof WAYS)[number];
const LEADING: readonly Way[] = ["status", "method", "meant"];

interface Breadth {
  /** Of so many every one is looked at. */
  few: number;
  /** What most sales pass fills its page among so many of the newest. */
  recent: number;
}

const BREADTH: Breadth = { few: 2_500, recent: 2_000 };

/**
 * The numbers of a page and one more, the highest first. The narrowest way into the sales is taken and everything else asked of each; where all are wide,
 * the newest are looked through first.
 */
export async function findSaleNumbers(ctx: Pick<Context, "db">, filter: SaleFilter, meant: SaleMeaning | null, limit: number, { few, recent } = BREADTH): Promise<string[]> {
  // A question that means nothing of the shop's finds nothing.
  if (meant && isEmpty(meant)) return [];
  const sizes = await sizeWays(ctx, filter, meant, few + 1);
  const [narrowest] = WAYS.filter((way) => sizes[way] !== null).toSorted((a, b) => sizes[a]! - sizes[b]!);
  const whole = (way: Way) => (LEADING.includes(way) ? readLed(ctx, way, filter, meant, limit) : readAbove(ctx, null, filter, meant, limit));
  if (narrowest !== undefined && sizes[narrowest]! <= few) return whole(narrowest);
  const newest = await readAbove(ctx, await floorOf(ctx, filter, narrowest === undefined ? limit + 1 : recent), filter, meant, limit);
  return narrowest === undefined || newest.length > limit ? newest : whole(narrowest);
}

function isEmpty({ number, total, customerIds, productIds }: SaleMeaning): boolean {
  return number === null && total === null && customerIds.length === 0 && productIds.length === 0;
}

/** How many sales each way leads to, counted to `most`; null: it is not asked for. Completed sales are told by what is not there. */
async function sizeWays({ db }: Pick<Context, "db">, { from, to, customerId, memberId, method, status }: SaleFilter, meant: SaleMeaning | null, most: number): Promise<Record<Way, number | null>> {
  const [sizes] = await db.rows<Record<Way, number | null>>(planAnew(sql`
    SELECT CASE WHEN ${status !== undefined && status !== "completed"}::boolean THEN (SELECT count(*)::int FROM (SELECT FROM sale_state WHERE status = ${status ?? null} LIMIT ${most}) n) END AS status,
           CASE WHEN ${customerId ?? null}::uuid IS NOT NULL THEN (SELECT count(*)::int FROM (SELECT FROM sale WHERE customer_id = ${customerId ?? null}::uuid LIMIT ${most}) n) END AS customer,
           CASE WHEN ${method ?? null}::text IS NOT NULL THEN (SELECT count(*)::int FROM (SELECT FROM sale_payment WHERE method = ${method ?? null} LIMIT ${most}) n) END AS method,
           CASE WHEN ${meant !== null}::boolean THEN (SELECT count(*)::int FROM (SELECT FROM sale WHERE customer_id = ANY (${meant?.customerIds ?? []}::uuid[]) LIMIT ${most}) n)
             + (SELECT count(*)::int FROM (SELECT FROM sale_line WHERE product_id = ANY (${meant?.productIds ?? []}::uuid[]) LIMIT ${most}) n) END AS meant,
           CASE WHEN ${from ?? to ?? null}::date IS NOT NULL THEN (SELECT count(*)::int FROM (SELECT FROM sale WHERE business_date BETWEEN ${from ?? "-infinity"}::date AND ${to ?? "infinity"}::date LIMIT ${most}) n) END AS days,
           CASE WHEN ${memberId ?? null}::uuid IS NOT NULL THEN (SELECT count(*)::int FROM (SELECT FROM sale WHERE member_id = ${memberId ?? null}::uuid LIMIT ${most}) n) END AS seller`));
  return sizes!;
}

/** The number from which on at least so many of the newest are found, wherever among the numbers the days end. Null: there is none at all. */
async function floorOf({ db }: Pick<Context, "db">, { to, cursor }: SaleFilter, count: number): Promise<string | null> {
  const [row] = await db.rows<{ number: string | null }>(planAnew(sql`
    SELECT min(number) AS number FROM (
      SELECT number FROM sale WHERE business_date <= ${to ?? "infinity"}::date AND (${cursor ?? null}::bigint IS NULL OR number < ${cursor ?? null}::bigint)
       ORDER BY business_date DESC, number DESC LIMIT ${count}) n`));
  return row!.number;
}

/**
 * What passes everything that is asked, from a number on. All of it is read before it is ordered: the planner would else walk down the numbers and hope to
 * fill the page.
 */
async function readAbove({ db }: Pick<Context, "db">, floor: string | null, { from, to, customerId, memberId, method, status, cursor }: SaleFilter, meant: SaleMeaning | null, limit: number): Promise<string[]> {
  const rows = await db.rows<{ number: string }>(planAnew(sql`
    WITH passed AS MATERIALIZED (
      SELECT number FROM sales_asked(${from ?? null}::date, ${to ?? null}::date, ${customerId ?? null}::uuid, ${memberId ?? null}::uuid, ${status ?? null}::text, ${method ?? null}::text, ${cursor ?? null}::bigint,
                                     ${meant?.number ?? null}::bigint, ${meant?.total ?? null}::numeric, ${orNull(meant?.customerIds)}::uuid[], ${orNull(meant?.productIds)}::uuid[])
       WHERE ${floor}::bigint IS NULL OR number >= ${floor}::bigint)
    SELECT number FROM passed ORDER BY number DESC LIMIT ${limit + 1}`));
  return rows.map(({ number }) => number);
}

/** The same of the sales that a way leads to from another table. */
async function readLed({ db }: Pick<Context, "db">, way: Way, { from, to, customerId, memberId, method, status, cursor }: SaleFilter, meant: SaleMeaning | null, limit: number): Promise<string[]> {
  const [customers, products] = [orNull(meant?.customerIds), orNull(meant?.productIds)];
  const rows = await db.rows<{ number: string }>(planAnew(sql`
    WITH led AS MATERIALIZED (
      SELECT sale_id AS id FROM sale_state WHERE ${way} = 'status' AND status = ${status ?? null}
      UNION ALL SELECT sale_id FROM sale_payment WHERE ${way} = 'method' AND method = ${method ?? null}
      UNION ALL SELECT id FROM sale WHERE ${way} = 'meant' AND number = ${meant?.number ?? null}::bigint
      UNION ALL SELECT id FROM sale WHERE ${way} = 'meant' AND total_cents = (${meant?.total ?? null}::numeric * 100)::bigint
      UNION ALL SELECT id FROM sale WHERE ${way} = 'meant' AND customer_id = ANY (${customers}::uuid[])
      UNION ALL SELECT sale_id FROM sale_line WHERE ${way} = 'meant' AND product_id = ANY (${products}::uuid[])),
    passed AS MATERIALIZED (
      SELECT a.number FROM (SELECT DISTINCT id FROM led) l CROSS JOIN LATERAL (
        SELECT number FROM sales_asked(${from ?? null}::date, ${to ?? null}::date, ${customerId ?? null}::uuid, ${memberId ?? null}::uuid, ${status ?? null}::text, ${method ?? null}::text, ${cursor ?? null}::bigint,
                                       ${meant?.number ?? null}::bigint, ${meant?.total ?? null}::numeric, ${customers}::uuid[], ${products}::uuid[])
         WHERE id = l.id OFFSET 0) a)
    SELECT number FROM passed ORDER BY number DESC LIMIT ${limit + 1}`));
  return rows.map(({ number }) => number);
}

const orNull = (ids: readonly string[] | undefined): readonly string[] | null => (ids && ids.length > 0 ? ids : null);
