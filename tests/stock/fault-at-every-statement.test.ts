import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCountSchema } from "@/modules/stock/schema.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
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
    SELECT (SELECT string_agg(on_hand::text, ' ' ORDER BY product_id, location_id) FROM stock_level) AS levels, (SELECT string_agg(series || value, ' ' ORDER BY series) FROM counter) AS numbers,
           (SELECT string_agg(status, ' ' ORDER BY number) FROM stock_transfer) AS transfers, (SELECT string_agg(status, ' ' ORDER BY number) FROM stock_count) AS counts,
           (SELECT sum(in_transit) FROM stock_transfer_line) AS coming, (SELECT sum(debit) FROM journal_line) AS debit, (SELECT count(*) FROM journal_entry) AS entries,
           (SELECT count(*) FROM stock_movement) AS movements, (SELECT count(*) FROM stock_adjustment) AS adjustments, (SELECT count(*) FROM audit_entry) AS trail`);
  return JSON.stringify(state);
}

interface Played {
  shop: TestShop;
  products: [string, string];
  from: string;
  to: string;
}

async function prepare(): Promise<Played> {
  const shop = await openShop();
  const products: [string, string] = [await stockShelf(shop.ctx, { stock: "9000" }), await stockShelf(shop.ctx, { stock: "9000", costPrice: "7.25" })];
  const [from] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  return { shop, products, from: from!.id, to: must(await saveLocation(shop.ctx, null, { name: "Depósito", kind: "warehouse" })).id };
}

const ask = ({ shop, products, from, to }: Played) =>
  requestTransfer(shop.ctx, { fromLocationId: from, toLocationId: to, lines: products.map((productId) => ({ productId, quantity: "3" })) });

/** Each count finds something else, or nothing would move. */
let passed = 0;

/** Each deed made ready. */
const DEEDS: Readonly<Record<string, (played: Played) => Promise<() => Promise<Result<unknown>>>>> = {
  "an adjustment": async ({ shop, products }) => {
    const input = { id: newId(), reason: "breakage", lines: [{ productId: products[0], quantity: "-1" }, { productId: products[1], quantity: "2" }] };
    return () => adjustStock(shop.contextAt(new Date()), input);
  },
  "a dispatch": async (played) => {
    const { id } = must(await ask(played));
    return () => dispatchTransfer(played.shop.contextAt(new Date()), id, {});
  },
  "a receipt that gives up a part": async (played) => {
    const { id } = must(await ask(played));
    must(await dispatchTransfer(played.shop.ctx, id, {}));
    return () => receiveTransfer(played.shop.contextAt(new Date()), id, { lines: [{ productId: played.products[0], quantity: "2" }], close: true });
  },
  "the posting of a count": async ({ shop, products }) => {
    const { id } = must(await openCount(shop.ctx, openCountSchema.parse({})));
    must(await recordCount(shop.contextAt(new Date()), id, { lines: [{ productId: products[0], counted: String(8_000 - passed) }, { productId: products[1], counted: String(8_500 + passed) }] }));
    passed += 1;
    must(await reviewCount(shop.ctx, id));
    return () => postCount(shop.contextAt(new Date()), id, { choices: [] });
  },
};

/** What a second attempt is told when the first was done: by its id an adjustment is known, the others by their state. */
const DONE_ALREADY: Readonly<Record<string, true | string>> = { "an adjustment": true, "the posting of a count": "count_state" };

const CASES = Object.keys(DEEDS).flatMap((deed) => (["refused", "lost", "unheard"] as const).map((fault): [string, Fault] => [deed, fault]));

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
    expect([at, again.ok || again.code]).toEqual([at, isWhole ? (DONE_ALREADY[deed] ?? "transfer_state") : true]);
    const after = await stateOf(ctx);
    await attempt();
    expect(await stateOf(ctx)).toBe(after);
  }
  expect(await auditTenant(ctx.db)).toEqual([]);
}, 120_000);
