import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { closeShift } from "@/modules/sales/commands/close-shift.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import type { Context, RequestFacts } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { breakDriver, FAULTS, placesToBreak, type Fault } from "../support/break-driver.ts";
import { footprint } from "../support/footprint.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

const keyOf = (): RequestFacts["idempotency"] => ({ key: newId(), route: "/api/v1/ops/sales", hash: "the same body" });

async function stateOf(ctx: Context, product: string): Promise<unknown> {
  const [row] = await ctx.db.rows(sql`
    SELECT (SELECT on_hand FROM stock_level WHERE product_id = ${product}) AS stock, (SELECT value FROM counter WHERE series = 'sale') AS number,
           (SELECT sold_count FROM product WHERE id = ${product}) AS "soldCount", (SELECT coalesce(sum(debit), 0) FROM journal_line) AS debit`);
  return { rows: await footprint([ctx.tenant.id]), ...row };
}

it.each(FAULTS.flatMap((fault) => (["id", "key"] as const).map((by): [Fault, "id" | "key"] => [fault, by])))(
  "I7 I13 I14 a sale with any one statement %s: nothing or all, and the same %s again answers the one sale",
  async (fault, by) => {
    const shop = await openShop();
    const product = await stockShelf(shop.ctx, { stock: "1000" });
    const attempt = () => {
      const ctx = shop.contextAt(new Date(), by === "key" ? keyOf() : null);
      const input = { ...(by === "id" ? { id: newId() } : {}), lines: [{ productId: product, quantity: "1" }] };
      return () => registerSale(ctx, input);
    };
    const statements = await breakDriver(fault, 0, attempt());
    const commit = statements.indexOf("COMMIT");
    expect(commit).toBeGreaterThan(8);

    const outcomes = { nothing: 0, all: 0 };
    let made = 1;
    for (const at of placesToBreak(statements, fault)) {
      const sell = attempt();
      const before = await stateOf(shop.ctx, product);
      let answer: Result<SaleView> | null = null;
      const sent = await breakDriver(fault, at, async () => void (answer = await sell().catch(() => null)));
      const told = answer as Result<SaleView> | null;
      const after = await stateOf(shop.ctx, product);
      const isWhole = JSON.stringify(after) !== JSON.stringify(before);
      expect([at, sent[at - 1], isWhole]).toEqual([at, sent[at - 1], fault === "unheard" && at - 1 === commit]);
      if (told?.ok) expect([at, isWhole]).toEqual([at, true]);
      outcomes[isWhole ? "all" : "nothing"] += 1;

      const again = await sell();
      made += 1;
      expect([at, again]).toMatchObject([at, { ok: true, value: { number: made, lines: [{ productId: product }] } }]);
      if (told?.ok) expect(again).toEqual(told);
      expect(await sell()).toEqual(again);
    }
    expect(await auditTenant(shop.ctx.db)).toEqual([]);
    console.log(`registerSale by ${by}, ${fault}: ${statements.length} statements; nothing left ${outcomes.nothing}, all done ${outcomes.all}`);
  },
  240_000,
);

const UNDOINGS = ["return", "cancel", "exchange", "unreceipted"] as const;

it.each(FAULTS.flatMap((fault) => UNDOINGS.map((deed): [Fault, (typeof UNDOINGS)[number]] => [fault, deed])))(
  "a sale undone with any one statement %s, by %s: nothing or all, and asked again it is undone once",
  async (fault, deed) => {
    const shop = await openShop();
    const product = await stockShelf(shop.ctx, { stock: "1000" });
    const attempt = async () => {
      const sold = await registerSale(shop.ctx, { lines: [{ productId: product, quantity: "1" }] });
      if (!sold.ok) throw new Error(sold.code);
      const [ctx, { id, lines }] = [shop.contextAt(new Date()), sold.value];
      const input = { id: newId(), lines: [{ saleLineId: lines[0]!.id, quantity: "1" }], refund: "store_credit" as const, reason: "fallado" };
      // Of the exchange a voucher is left.
      const exchange = registerSaleSchema.parse({ id: newId(), lines: [{ description: "Bolsa", quantity: "1", unitPrice: "21" }, { saleLineId: lines[0]!.id, quantity: "-1" }], refund: "store_credit" });
      const unreceipted = registerSaleSchema.parse({ id: newId(), lines: [{ productId: product, quantity: "-1" }], refund: "store_credit", notes: "sin ticket" });
      const doIt: Record<(typeof UNDOINGS)[number], () => Promise<Result<unknown>>> = {
        return: () => returnSale(ctx, id, input),
        cancel: () => cancelSale(ctx, id, { reason: "fallado" }),
        exchange: () => registerSale(ctx, exchange),
        unreceipted: () => registerSale(ctx, unreceipted),
      };
      return doIt[deed];
    };
    const statements = await breakDriver(fault, 0, await attempt());
    const commit = statements.indexOf("COMMIT");
    expect(commit).toBeGreaterThan(8);
    let made = 1;
    for (const at of placesToBreak(statements, fault)) {
      made += 1;
      const undo = await attempt();
      const before = JSON.stringify(await stateOf(shop.ctx, product));
      const sent = await breakDriver(fault, at, async () => void (await undo().catch(() => null)));
      const isWhole = JSON.stringify(await stateOf(shop.ctx, product)) !== before;
      expect([at, sent[at - 1], isWhole]).toEqual([at, sent[at - 1], fault === "unheard" && at - 1 === commit]);
      const again = await undo();
      if (deed === "return") expect(again).toMatchObject({ ok: true, value: { number: made } });
      else if (deed === "cancel") expect(again).toMatchObject(isWhole ? { ok: false, code: "sale_cancelled" } : { ok: true, value: { status: "cancelled" } });
      else {
        const amount = deed === "exchange" ? "100.00" : "121.00";
        expect([again, await undo()]).toMatchObject([{ ok: true, value: { total: `-${amount}`, storeCredits: [{ amount }] } }, again]);
      }
    }
    expect(await auditTenant(shop.ctx.db)).toEqual([]);
  },
  240_000,
);

it.each(FAULTS)("a till closed with any one statement %s is open or closed, and asked again it is closed once", async (fault) => {
  const shop = await openShop();
  let turn = 1;
  let start = Date.now();
  const attempt = async () => {
    start += 1_000;
    const opened = await openShift(shop.contextAt(new Date(start)), { float: "100" });
    if (!opened.ok) throw new Error(opened.code);
    return () => closeShift(shop.contextAt(new Date(start + 500)), opened.value.id, { counted: [{ method: "cash", amount: "90" }], reason: "faltante" });
  };
  const statements = await breakDriver(fault, 0, await attempt());
  for (const at of placesToBreak(statements, fault)) {
    const close = await attempt();
    await breakDriver(fault, at, async () => void (await close().catch(() => null)));
    const again = await close();
    turn += 1;
    expect(again).toMatchObject(again.ok ? { value: { number: turn, status: "closed" } } : { code: "shift_closed" });
  }
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
  const [written] = await shop.ctx.db.rows<{ count: number }>(sql`SELECT count(*)::int AS count FROM z_report`);
  expect(written!.count).toBe(turn);
}, 240_000);
