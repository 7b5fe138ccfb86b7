import { expect, it } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { breakDriver, BREAKS_ALL, FAULTS, type Fault } from "./break-driver.ts";
import type { TestShop } from "./open-shop.ts";

export interface Deed<P> {
  /** The fault that it meets in the suite; FAULTS=all lets every statement of every deed meet all. */
  fault: Fault;
  /** In the suite each so many-th statement is broken, and the commit always. */
  step: number;
  /** Made ready: the attempt that is broken, and made again. */
  ready: (played: P) => Promise<() => Promise<Result<unknown>>>;
  /** What a second attempt is told when the first was done; where a deed is known by its id: nothing. */
  again?: string;
}

/** All that papers of goods write, in one look: every row of a document, and the sums that move with it. */
async function stateOf(ctx: Context): Promise<string> {
  const [state] = await ctx.db.rows(sql`
    SELECT (SELECT string_agg(on_hand::text, ' ' ORDER BY product_id, location_id) FROM stock_level) AS levels, (SELECT string_agg(series || value, ' ' ORDER BY series) FROM counter) AS numbers,
           (SELECT string_agg(concat_ws(' ', cost_price, version), ' ' ORDER BY id) FROM product) AS products, (SELECT string_agg(concat_ws(' ', average_cost, last_cost), ' ' ORDER BY product_id) FROM product_cost) AS averages,
           (SELECT count(*) FROM product_cost_change) AS history, (SELECT count(*) FROM supplier_product) AS lists, (SELECT count(*) FROM stock_movement) AS movements,
           (SELECT count(*) FROM stock_adjustment) AS adjustments, (SELECT string_agg(status, ' ' ORDER BY number) FROM stock_transfer) AS transfers, (SELECT sum(in_transit) FROM stock_transfer_line) AS coming,
           (SELECT string_agg(status, ' ' ORDER BY number) FROM stock_count) AS counts, (SELECT string_agg(status, ' ' ORDER BY number) FROM purchase_order) AS orders,
           (SELECT count(*) FROM goods_receipt) AS receipts, (SELECT count(*) FROM goods_receipt_line) AS received, (SELECT count(*) FROM purchase) AS bills, (SELECT count(*) FROM purchase_line) AS bought,
           (SELECT count(*) FROM purchase_number) AS claims, (SELECT count(*) FROM purchase_cancellation) AS cancelled, (SELECT count(*) FROM receipt_match) AS matches, (SELECT count(*) FROM bill_difference) AS differences,
           (SELECT count(*) FROM supplier_return) AS returns, (SELECT count(*) FROM credit_note) AS notes, (SELECT count(*) FROM supplier_payment) AS payments, (SELECT sum(amount) FROM supplier_allocation) AS allocated,
           (SELECT sum(amount) FROM supplier_entry) AS owed, (SELECT sum(debit) FROM journal_line) AS debit, (SELECT count(*) FROM journal_entry) AS entries, (SELECT count(*) FROM outbox) AS outbox, (SELECT count(*) FROM audit_entry) AS trail`);
  return JSON.stringify(state);
}

/** One test a deed and fault: with any one statement broken nothing or all of it is done, and once only when it is asked for again. */
export function breakEachStatement<P extends { shop: TestShop }>(prepare: () => Promise<P>, deeds: Readonly<Record<string, Deed<P>>>): void {
  const cases = Object.entries(deeds).flatMap(([name, deed]) => (BREAKS_ALL ? FAULTS : [deed.fault]).map((fault): [string, Fault] => [name, fault]));
  it.each(cases)("I7 I13 %s with any one statement %s: nothing or all, and once only", async (name, fault) => {
    const { ready, again, step } = deeds[name]!;
    const played = await prepare();
    const state = (): Promise<string> => stateOf(played.shop.ctx);
    const statements = await breakDriver(fault, 0, await ready(played));
    const commit = statements.indexOf("COMMIT") + 1;
    expect(commit).toBeGreaterThan(7);
    const broken = statements.map((_, i) => i + 1).filter((at) => BREAKS_ALL || at === commit || at % step === 0);
    for (const at of broken) {
      const attempt = await ready(played);
      const before = await state();
      const sent = await breakDriver(fault, at, () => attempt().catch(() => null));
      const isWhole = (await state()) !== before;
      // The first of its kind moves costs, which takes statements that later ones of the same cost do not send.
      const isUnbroken = sent.length < at;
      expect([at, sent[at - 1], isWhole]).toEqual([at, sent[at - 1], isUnbroken || (fault === "unheard" && sent[at - 1] === "COMMIT")]);
      const told = await attempt();
      expect([at, told.ok || told.code]).toEqual([at, isWhole ? (again ?? true) : true]);
      const after = await state();
      await attempt();
      expect((await state()) === after).toBe(true);
    }
    expect(await auditTenant(played.shop.ctx.db)).toEqual([]);
    console.log(`${name}, ${fault}: ${broken.length} of ${statements.length} statements broken`);
  }, 300_000);
}
