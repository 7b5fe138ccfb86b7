import type { Decimal } from "@/kernel/decimal.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { plainPrice } from "@/modules/catalogue/rules/plain-price.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { SimulationInput } from "../schema.ts";
import { resolvePlan } from "./resolve-plan.ts";

export interface SimulatedPrice {
  productId: string;
  sku: string;
  name: string;
  from: Decimal | null;
  to: Decimal;
  /** Percent between the two, one decimal; null without an old price. */
  jump: Decimal | null;
  /** Percent of the net price at replacement cost; absent for members who may not see costs. */
  margin?: Decimal | null;
  cost?: Decimal | null;
  /** Left as it is, because it passes a guard. */
  held: boolean;
}

export interface SimulationCounts {
  /** Products in the scope. */
  scope: number;
  /** Prices that applying would write. */
  change: number;
  same: number;
  /** The rule has nothing to start from: no price, or no cost. */
  impossible: number;
  held: number;
  jumps: number;
  belowFloor: number;
  /** Less than the product, its category or the list aims at. */
  belowTarget: number;
  belowCost: number;
  up: number;
  down: number;
  /** Printed labels that would tell an old price. */
  labels: number;
  /** Percent over the prices that would be written, one decimal. */
  averageJump: Decimal | null;
}

export interface Simulation {
  counts: SimulationCounts;
  items: SimulatedPrice[];
  nextPage: number | null;
}

/** What a plan would do, and nothing is written: counts over all of it, and a page of the prices that differ. */
export async function simulatePrices(ctx: Pick<Context, "db" | "tenant" | "permissions">, { order, view, page, limit, ...input }: SimulationInput): Promise<Result<Simulation>> {
  const resolved = await resolvePlan(ctx, input);
  if (!resolved.ok) return resolved;
  const { maxJump, floorMargin, hold, ...plan } = resolved.value;
  const [row] = await ctx.db.rows<{ counts: SimulationCounts; items: Required<SimulatedPrice>[] }>(sql`
    WITH plan AS (
      SELECT p.*, round((to_price - from_price) * 100 / nullif(from_price, 0), 1) AS jump, round(100 - cost * (100 + tax_rate) / nullif(to_price, 0), 1) AS margin,
             to_price IS NOT NULL AND to_price IS DISTINCT FROM from_price AS differs
        FROM typed_price_plan(${JSON.stringify(plan)}::jsonb) p),
    judged AS (
      SELECT plan.*, differs AND coalesce(abs(jump) > ${maxJump}::numeric, false) AS jumps, differs AND coalesce(margin < ${floorMargin}::numeric, false) AS low, differs AND coalesce(margin < target, false) AS short, differs AND coalesce(margin < 0, false) AS loses FROM plan OFFSET 0),
    held AS MATERIALIZED (SELECT judged.*, ${hold}::boolean AND (jumps OR low) AS held FROM judged),
    wanted AS (
      SELECT product_id, sku, name, from_price, to_price, jump, margin, cost, held FROM held
       WHERE differs AND (${view === "all"}::boolean OR ${view === "jump"}::boolean AND jumps OR ${view === "below_floor"}::boolean AND low OR ${view === "below_target"}::boolean AND short OR ${view === "below_cost"}::boolean AND loses)
       ORDER BY CASE WHEN ${order === "jump"}::boolean THEN -abs(jump) WHEN ${order === "margin"}::boolean THEN margin END NULLS LAST, search_text, product_id LIMIT ${limit + 1} OFFSET ${page * limit})
    SELECT (SELECT json_build_object('scope', count(*), 'change', count(*) FILTER (WHERE differs AND NOT held), 'same', count(*) FILTER (WHERE to_price IS NOT NULL AND NOT differs),
              'impossible', count(*) FILTER (WHERE to_price IS NULL), 'held', count(*) FILTER (WHERE held), 'jumps', count(*) FILTER (WHERE jumps),
              'belowFloor', count(*) FILTER (WHERE low), 'belowTarget', count(*) FILTER (WHERE short), 'belowCost', count(*) FILTER (WHERE loses), 'up', count(*) FILTER (WHERE differs AND to_price > from_price), 'down', count(*) FILTER (WHERE differs AND to_price < from_price),
              'labels', count(*) FILTER (WHERE differs AND NOT held AND product_id IN (SELECT l.product_id FROM label_print l WHERE l.list_id = ${plan.listId ?? ctx.tenant.id}::uuid)),
              'averageJump', round(avg(jump) FILTER (WHERE differs AND NOT held), 1)::text) FROM held) AS counts,
           (SELECT coalesce(json_agg(json_build_object('productId', product_id, 'sku', sku, 'name', name, 'from', from_price::text, 'to', to_price::text, 'jump', jump::text, 'margin', margin::text, 'cost', cost::text, 'held', held)), '[]') FROM wanted) AS items`);
  const seesCost = ctx.permissions.has("product.cost");
  const items = row!.items.slice(0, limit).map(({ cost, margin, from, to, ...rest }) => ({
    ...rest,
    from: from === null ? null : plainPrice(from),
    to: plainPrice(to),
    ...(seesCost ? { cost: cost === null ? null : plainPrice(cost), margin } : {}),
  }));
  return accept({ counts: row!.counts, items, nextPage: row!.items.length > limit ? page + 1 : null });
}
