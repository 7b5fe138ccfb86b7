import { expect, test } from "vitest";
import { claimJob } from "@/jobs/claim-job.ts";
import { runJob } from "@/jobs/run-job.ts";
import { turnOf } from "@/jobs/turn-of.ts";
import { newId } from "@/kernel/id.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { getPriceRun } from "@/modules/pricing/queries/get-price-run.ts";
import { priceRunSchema, undoSchema } from "@/modules/pricing/schema.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { must } from "../imports/import-list.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";

// Two chunks of a run of prices.
const PRODUCTS = 4_500;
const CHUNK = 4_000;

async function leave({ ctx }: TestShop, secondsAgo: number, isLong = false): Promise<string> {
  const id = newId();
  await ctx.db.execute(sql`INSERT INTO job (id, kind, user_id, run_after, is_long) VALUES (${id}, 'import.unheard_of', ${ctx.member.userId}, clock_timestamp() - make_interval(secs => ${secondsAgo}), ${isLong})`);
  return id;
}

test("A27 shops are served in turn, however much one of them has asked for before the others", async () => {
  const [noisy, other, third] = [await openShop(), await openShop(), await openShop()];
  const many = [await leave(noisy, 60), await leave(noisy, 50), await leave(noisy, 40)];
  const few = [await leave(other, 30), await leave(third, 20)];
  const taken: string[] = [];
  for (let i = 0; i < 5; i += 1) taken.push((await claimJob({ tenantIds: [noisy, other, third].map(({ tenantId }) => tenantId) }))!.id);
  expect(taken).toEqual([many[0], ...few, many[1], many[2]]);
});

test("A27 a worker for short work leaves long work to the other one", async () => {
  const shop = await openShop();
  const [long, short] = [await leave(shop, 60, true), await leave(shop, 50)];
  const tenantIds = [shop.tenantId];
  expect([(await claimJob({ tenantIds, shortOnly: true }))?.id, await claimJob({ tenantIds, shortOnly: true }), (await claimJob({ tenantIds }))?.id]).toEqual([short, null, long]);
});

test("A27 D3 work in chunks gives way to a shop that waits, goes on where it stood, and gets to its end however often it gives way", async () => {
  const [shop, waiting] = [await openShop(), await openShop()];
  const { ctx, tenantId } = shop;
  await leave(waiting, 0);
  const takeTurn = async (): Promise<void> => runJob((await claimJob({ tenantIds: [tenantId] }))!, turnOf(tenantId, 0));
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price) SELECT gen_random_uuid(), 'K-' || n, 'Tornillo ' || n, 21, 100 FROM generate_series(1, ${PRODUCTS}::int) n`);
  const { id } = must(await openPriceRun(ctx, priceRunSchema.parse({ scope: {}, rule: { kind: "percent", value: "10" } })));
  await takeTurn();
  expect(await getPriceRun(ctx, id)).toMatchObject({ status: "waiting", done: CHUNK });
  // Not a failed try, and behind whoever waits.
  const line = await databases().control.rows<{ tenantId: string; tries: number }>(sql`SELECT tenant_id AS "tenantId", tries FROM job WHERE tenant_id IN (${tenantId}, ${waiting.tenantId}) ORDER BY run_after`);
  expect(line).toEqual([{ tenantId: waiting.tenantId, tries: 0 }, { tenantId, tries: 0 }]);
  await takeTurn();
  await takeTurn();
  expect(await getPriceRun(ctx, id)).toMatchObject({ status: "applied", done: PRODUCTS });

  // All of the first chunk is kept as somebody put it since: what is kept must not be looked at anew in each turn.
  await ctx.db.execute(sql`UPDATE product SET sale_price = 7 WHERE id IN (SELECT id FROM product ORDER BY id LIMIT ${CHUNK})`);
  must(await openUndo(ctx, id, undoSchema.parse({})));
  for (let turn = 0; turn < 3; turn += 1) await takeTurn();
  expect(await getPriceRun(ctx, id)).toMatchObject({ undone: PRODUCTS - CHUNK, undoing: false });
  expect(await ctx.db.rows(sql`SELECT trim_scale(sale_price)::text AS price, count(*)::int AS n FROM product GROUP BY 1 ORDER BY 1`)).toEqual([{ price: "100", n: PRODUCTS - CHUNK }, { price: "7", n: CHUNK }]);
});
