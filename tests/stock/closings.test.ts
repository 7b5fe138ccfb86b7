import { expect, inject, test } from "vitest";
import { takeMonthlyTurn } from "@/jobs/take-monthly-turn.ts";
import { newId } from "@/kernel/id.ts";
import { accept } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { closeStock } from "@/modules/tenancy/postings/close-stock.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { asRole } from "../support/as-role.ts";
import { breakDriver, FAULTS, placesToBreak } from "../support/break-driver.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";

// Closings are a way to be quick: whatever they are and whenever they are made, an instant's stock is the sum of the movements until then.

const DAY = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);

async function move(shop: TestShop, at: Date, productId: string, quantity: string): Promise<void> {
  const ctx = shop.contextAt(at);
  const source = { kind: "test", id: newId() };
  const [place] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location WHERE is_default`);
  const done = await ctx.transact(async (tx) => {
    await postMovements(tx, ctx, { type: "adjustment", locationId: place!.id, lines: [{ productId, quantity, name: "" }], mayGoNegative: true, source });
    return accept(null);
  });
  expect(done.ok).toBe(true);
}

const close = (shop: TestShop, fewest: number): Promise<boolean> => databases().control.transaction(async (tx) => {
  await tx.enterTenant(shop.tenantId);
  return closeStock(tx, new Date(), fewest);
});
const closingsOf = async (shop: TestShop): Promise<number> => (await shop.ctx.db.rows<{ n: number }>(sql`SELECT count(DISTINCT at)::int AS n FROM stock_closing`))[0]!.n;

/** Levels of which the closings say something else than the movements do. */
function wrongAt(shop: TestShop, moment: Date): Promise<unknown[]> {
  return shop.ctx.db.rows(sql`
    SELECT * FROM stock_at(${moment}) b
      FULL JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM stock_movement WHERE at <= ${moment} GROUP BY 1, 2) m USING (location_id, product_id)
     WHERE coalesce(b.quantity, 0) <> coalesce(m.quantity, 0)`);
}

test("E5 as of any instant stock is the sum of its movements, with closings made in between and movements that come days late, at once", async () => {
  const random = seeded();
  const shop = await openShop();
  const shelf = await Promise.all(Array.from({ length: 4 }, () => stockShelf(shop.contextAt(daysAgo(60)), { stock: "5" })));
  for (let day = 58; day > 0; day -= 2) {
    // What came in order, what came late, and now and then a closing beside them.
    const late = daysAgo(day + random(20));
    await Promise.all([
      move(shop, daysAgo(day), shelf[random(4)]!, String(random(9) + 1)),
      move(shop, late, shelf[random(4)]!, `-${random(5) + 1}`),
      random(3) === 0 ? close(shop, 1) : null,
    ]);
  }
  // One that starts a level where all others were closed long ago.
  await move(shop, daysAgo(50), await stockShelf(shop.ctx, {}), "7");
  expect(await closingsOf(shop)).toBeGreaterThan(1);
  for (let i = 0; i < 40; i += 1) expect(await wrongAt(shop, daysAgo(random(70)))).toEqual([]);
  for (const { at } of await shop.ctx.db.rows<{ at: Date }>(sql`SELECT DISTINCT at FROM stock_closing`)) expect(await wrongAt(shop, at)).toEqual([]);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("E5 nothing is closed before it is due, of today, or twice; a closing that says something else is found", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.contextAt(daysAgo(9)), { stock: "5" });
  // One level is closed with its second movement.
  expect(await close(shop, 1)).toBe(false);
  await move(shop, daysAgo(8), product, "1");
  expect([await close(shop, 1), await close(shop, 1)]).toEqual([true, false]);
  for (const quantity of ["2", "3"]) await move(shop, new Date(), product, quantity);
  expect([await close(shop, 1), await closingsOf(shop)]).toEqual([false, 1]);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
  const admin = await asRole(inject("superUrl"));
  try {
    await admin.query("UPDATE stock_closing SET on_hand = on_hand + 1 WHERE tenant_id = $1", [shop.tenantId]);
  } finally {
    await admin.close();
  }
  expect((await auditTenant(shop.ctx.db)).map(({ law }) => law)).toEqual(["closing = sum of movements until then"]);
});

test("E5 a counter that comes late does not wait for a closing that is being made, and stands after it", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.contextAt(daysAgo(9)), { stock: "5" });
  await move(shop, daysAgo(8), product, "1");
  await databases().control.transaction(async (tx) => {
    await tx.enterTenant(shop.tenantId);
    expect(await closeStock(tx, new Date(), 1)).toBe(true);
    // Its transaction is open: whoever waited for it would wait for ever.
    await move(shop, daysAgo(8.5), product, "-2");
  });
  expect(await closingsOf(shop)).toBe(1);
  for (const days of [9.5, 8.2, 7, 1, 0.4]) expect(await wrongAt(shop, daysAgo(days))).toEqual([]);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

/** A shop with one closing due. */
async function closable(): Promise<TestShop> {
  const shop = await openShop();
  await move(shop, daysAgo(8), await stockShelf(shop.contextAt(daysAgo(9)), { stock: "5" }), "1");
  return shop;
}

test.each(FAULTS)("E5 I7 a closing with any one statement %s is whole or was never made, and asked for again it is made once", async (fault) => {
  const statements = await breakDriver(fault, 0, async () => close(await closable(), 1));
  const own = statements.slice(statements.lastIndexOf("BEGIN"));
  expect([own.at(-1), own.length]).toEqual(["COMMIT", statements.length - statements.lastIndexOf("BEGIN")]);
  for (const at of placesToBreak(own, fault)) {
    const shop = await closable();
    await breakDriver(fault, at, () => close(shop, 1).catch(() => false));
    const isWhole = fault === "unheard" && own[at - 1] === "COMMIT";
    expect([at, await closingsOf(shop)]).toEqual([at, isWhole ? 1 : 0]);
    expect([at, await close(shop, 1), await closingsOf(shop)]).toEqual([at, !isWhole, 1]);
    for (const days of [9.5, 8.5, 7, 0.4]) expect(await wrongAt(shop, daysAgo(days))).toEqual([]);
    expect(await auditTenant(shop.ctx.db)).toEqual([]);
  }
});

/** A month's dealings with one product, as the trigger would have written them. */
async function plant(shop: TestShop, productId: string, movements: number): Promise<void> {
  const admin = await asRole(inject("superUrl"));
  try {
    await admin.query("SET session_replication_role = replica");
    await admin.query(
      `INSERT INTO stock_movement (tenant_id, id, location_id, product_id, type, quantity, before, after, source_kind, source_id, at, seq)
       SELECT l.tenant_id, gen_random_uuid(), l.id, $2::uuid, 'adjustment', 1, n - 1, n, 'test', gen_random_uuid(), now() - interval '30 days' + n * interval '1 minute', n + 1
         FROM location l CROSS JOIN generate_series(1, $3::int) n WHERE l.tenant_id = $1::uuid AND l.is_default`, [shop.tenantId, productId, movements]);
    await admin.query(`INSERT INTO stock_level (tenant_id, location_id, product_id, on_hand, moves, updated_at)
       SELECT tenant_id, location_id, product_id, sum(quantity), count(*) + 1, max(at) FROM stock_movement WHERE tenant_id = $1::uuid GROUP BY 1, 2, 3`, [shop.tenantId]);
    // As a shop stands whose month had turned before there were closings.
    await admin.query("UPDATE tenant SET audit_cut_on = now()::date, stock_closed_on = NULL WHERE id = $1::uuid", [shop.tenantId]);
  } finally {
    await admin.close();
  }
}

test("E5 a shop whose month turned before there were closings gets them at the next look, and its log is not cut again", async () => {
  const shop = await openShop();
  const product = newId();
  await shop.ctx.transact(async (tx) => accept(await tx.execute(sql`INSERT INTO product (id, sku, name, unit, tax_rate) VALUES (${product}::uuid, 'X-1', 'Hammer', 'u', 21)`)));
  await shop.ctx.transact(async (tx) => accept(await tx.execute(sql`INSERT INTO audit_entry (id, at, action, entity, detail) VALUES (${newId()}::uuid, now() - interval '11 years', 'product.update', 'product', '{}')`)));
  await plant(shop, product, 10_050);
  const turn = () => takeMonthlyTurn(new Date(), shop.tenantId);
  expect([await turn(), await turn()]).toEqual([true, false]);
  // One of ten thousand movements; the log's turn was taken.
  expect(await closingsOf(shop)).toBe(1);
  expect(await wrongAt(shop, daysAgo(22))).toEqual([]);
  const [log] = await shop.ctx.db.rows(sql`SELECT count(*) FILTER (WHERE at < now() - interval '10 years')::int AS old, count(*) FILTER (WHERE action = 'stock.close')::int AS closed FROM audit_entry`);
  expect(log).toEqual({ old: 1, closed: 1 });
});
