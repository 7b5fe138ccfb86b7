import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { paySupplierSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { breakDriver, type Fault } from "../support/break-driver.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** All that these deeds write, in one look. */
async function stateOf(ctx: Context): Promise<string> {
  const [state] = await ctx.db.rows(sql`
    SELECT (SELECT string_agg(on_hand::text, ' ' ORDER BY product_id) FROM stock_level) AS levels, (SELECT string_agg(concat_ws(' ', cost_price, version), ' ' ORDER BY id) FROM product) AS products,
           (SELECT string_agg(concat_ws(' ', average_cost, last_cost), ' ' ORDER BY product_id) FROM product_cost) AS costs, (SELECT count(*) FROM product_cost_change) AS history, (SELECT count(*) FROM supplier_product) AS lines,
           (SELECT count(*) FROM purchase) AS bills, (SELECT count(*) FROM purchase_line) AS bought, (SELECT count(*) FROM purchase_number) AS claims, (SELECT count(*) FROM purchase_cancellation) AS cancelled,
           (SELECT count(*) FROM supplier_payment) AS payments, (SELECT sum(amount) FROM supplier_allocation) AS allocated, (SELECT sum(amount) FROM supplier_entry) AS owed,
           (SELECT count(*) FROM journal_entry) AS entries, (SELECT count(*) FROM stock_movement) AS movements, (SELECT count(*) FROM outbox) AS outbox, (SELECT count(*) FROM audit_entry) AS trail`);
  return JSON.stringify(state);
}

interface Played {
  shop: TestShop;
  supplierId: string;
  products: [string, string];
}

async function prepare(): Promise<Played> {
  const shop = await openShop();
  return {
    shop,
    supplierId: must(await saveSupplier(shop.ctx, null, createSupplierSchema.parse({ name: "Sur" }))).id,
    products: [await stockShelf(shop.ctx, { stock: "9000" }), await stockShelf(shop.ctx, { stock: "9000", costPrice: "7.25" })],
  };
}

/** Each bill is another paper, at another cost, or nothing would move. */
let papers = 0;

function bill({ supplierId, products }: Played) {
  papers += 1;
  const lines = products.map((productId, i) => ({ productId, quantity: "3", unitCost: `${10 + i + Math.floor(papers / 100)}.${String(papers % 100).padStart(2, "0")}` }));
  return registerPurchaseSchema.parse({ id: newId(), supplierId, number: `A 1-${papers}`, date: "2026-11-02", lines, freight: "10", otherTaxes: "1.50" });
}

/** Each deed made ready. */
const DEEDS: Readonly<Record<string, (played: Played) => Promise<() => Promise<Result<unknown>>>>> = {
  "a bill": async (played) => {
    const input = bill(played);
    return () => registerPurchase(played.shop.contextAt(new Date()), input);
  },
  "the cancellation of a bill that was paid": async (played) => {
    const { id } = must(await registerPurchase(played.shop.contextAt(new Date()), bill(played)));
    must(await paySupplier(played.shop.contextAt(new Date()), played.supplierId, paySupplierSchema.parse({ amount: "20" })));
    return () => cancelPurchase(played.shop.contextAt(new Date()), id, { reason: "mal" });
  },
  "a payment": async (played) => {
    must(await registerPurchase(played.shop.contextAt(new Date()), bill(played)));
    const input = paySupplierSchema.parse({ id: newId(), amount: "15.50" });
    return () => paySupplier(played.shop.contextAt(new Date()), played.supplierId, input);
  },
};

/** In the suite each deed meets one of the faults; FAULTS=all lets each meet all. */
const USUAL: Readonly<Record<string, Fault>> = { "a bill": "unheard", "the cancellation of a bill that was paid": "refused", "a payment": "lost" };
const CASES = Object.keys(DEEDS).flatMap((deed) => (["refused", "lost", "unheard"] as const).filter((fault) => process.env["FAULTS"] === "all" || USUAL[deed] === fault).map((fault): [string, Fault] => [deed, fault]));

it.each(CASES)("I7 I13 %s with any one statement %s: nothing or all, and once only", async (deed, fault) => {
  const played = await prepare();
  const { ctx } = played.shop;
  const statements = await breakDriver(fault, 0, await DEEDS[deed]!(played));
  const commit = statements.indexOf("COMMIT");
  expect(commit).toBeGreaterThan(6);
  for (let at = 1; at <= statements.length; at += 1) {
    const attempt = await DEEDS[deed]!(played);
    const before = await stateOf(ctx);
    const sent = await breakDriver(fault, at, () => attempt().catch(() => null));
    const isWhole = (await stateOf(ctx)) !== before;
    expect([at, sent[at - 1], isWhole]).toEqual([at, sent[at - 1], fault === "unheard" && at - 1 === commit]);
    const again = await attempt();
    expect([at, again.ok || again.code]).toEqual([at, isWhole && deed.startsWith("the cancellation") ? "purchase_cancelled" : true]);
    const after = await stateOf(ctx);
    await attempt();
    expect(await stateOf(ctx)).toBe(after);
  }
  expect(await auditTenant(ctx.db)).toEqual([]);
}, 120_000);
