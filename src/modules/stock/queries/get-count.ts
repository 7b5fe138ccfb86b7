import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import { weighEntries } from "../rules/weigh-entries.ts";
import { loadCountEntries, type CountEntry } from "./load-count-entries.ts";

export interface CountSummary {
  id: string;
  number: number;
  status: "open" | "review" | "posted" | "canceled";
  locationId: string;
  location: string;
  isBlind: boolean;
  notes: string | null;
  openedBy: string;
  /** RFC 3339, UTC. */
  openedAt: string;
  postedAt: string | null;
  /** Products with an entry, and products that the count is to look at. */
  countedCount: number;
  plannedCount: number;
  /** What the stock gained at cost when it was posted; absent for members who may not see costs. */
  value?: Decimal | null;
}

export interface CountLineView {
  productId: string;
  sku: string;
  name: string;
  unit: string;
  /** `expected` and `difference` are absent while a blind count is open. */
  entries: { id: string; member: string; counted: Decimal; at: string; expected?: Decimal; difference?: Decimal }[];
  /** Counters disagree: somebody must choose or count again. */
  isDisputed?: boolean;
}

export interface CountView extends CountSummary {
  /** First what is still to be counted, by name. */
  lines: CountLineView[];
}

export type CountRow = Omit<CountSummary, "number" | "openedAt" | "postedAt" | "value"> & { number: string; openedAt: Date; postedAt: Date | null; value: Decimal | null };

export function countSummary(ctx: Context, { number, openedAt, postedAt, value, ...row }: CountRow): CountSummary {
  return { ...row, number: Number(number), openedAt: openedAt.toISOString(), postedAt: postedAt?.toISOString() ?? null, ...(ctx.permissions.has("product.cost") ? { value } : {}) };
}

/** One count with the hash of the request that opened it; null when the tenant has none of this id. */
export async function getCount(ctx: Context, db: TenantDb | TenantTx, id: string): Promise<{ view: CountView; requestHash: string } | null> {
  const [[row], products, entries] = await burst([
    db.rows<CountRow & { requestHash: string }>(sql`
      SELECT c.id, c.number, c.status, c.location_id AS "locationId", l.name AS location, c.is_blind AS "isBlind", c.notes, w.name AS "openedBy", c.opened_at AS "openedAt", c.posted_at AS "postedAt", c.value,
             (SELECT count(DISTINCT e.product_id)::int FROM stock_count_entry e WHERE e.count_id = c.id) AS "countedCount",
             (SELECT count(*)::int FROM stock_count_product p WHERE p.count_id = c.id) AS "plannedCount", c.request_hash AS "requestHash"
        FROM stock_count c JOIN location l ON l.id = c.location_id JOIN member w ON w.id = c.opened_by WHERE c.id = ${id}`),
    db.rows<Omit<CountLineView, "entries">>(sql`
      SELECT p.id AS "productId", p.sku, p.name, p.unit FROM product p
       WHERE p.id IN (SELECT product_id FROM stock_count_product WHERE count_id = ${id} UNION SELECT product_id FROM stock_count_entry WHERE count_id = ${id})
       ORDER BY EXISTS (SELECT FROM stock_count_entry e WHERE e.count_id = ${id} AND e.product_id = p.id), p.search_text, p.id`),
    loadCountEntries(db, id),
  ]);
  if (!row) return null;
  const { requestHash, ...rest } = row;
  const isHidden = row.isBlind && row.status === "open";
  return { view: { ...countSummary(ctx, rest), lines: products.map((product) => ({ ...product, ...foundOf(entries.filter((one) => one.productId === product.productId), isHidden) })) }, requestHash };
}

function foundOf(entries: readonly CountEntry[], isHidden: boolean): Pick<CountLineView, "entries" | "isDisputed"> {
  const shown = entries.map(({ id, member, counted, at, expected, difference }) => ({ id, member, counted, at: at.toISOString(), ...(isHidden ? {} : { expected, difference }) }));
  return isHidden ? { entries: shown } : { entries: shown, isDisputed: entries.length > 0 && weighEntries(entries, undefined) === null };
}
