import { expect, inject, test } from "vitest";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { compareLedger } from "../../bench/support/compare-ledger.ts";
import { madeLedger, realLedger } from "../../bench/support/ledger-lines.ts";
import { replayLedger } from "../../bench/support/replay-ledger.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";

const LINES = 1_000;

async function replay(lines: ReturnType<typeof madeLedger>["lines"]): Promise<void> {
  const shop = await openShop();
  const { refused, sold, skipped } = await replayLedger(shop, lines, 4);
  expect(refused).toEqual([]);
  expect(sold + Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
  for (const { what, ledger, shop: ours } of await compareLedger(inject("ownerUrl"), shop.tenantId, lines)) expect(ours, what).toBe(ledger);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
}

test("a ledger with returns, cancellations and dirt: units, revenue and stock equal its own sums", async () => {
  await replay(madeLedger(LINES, seeded()).lines);
}, 120_000);

test("the first lines of a real month do so too (where the file is not at hand, those of another made one)", async () => {
  await replay(realLedger()?.lines.slice(0, LINES) ?? madeLedger(LINES, seeded()).lines);
}, 120_000);
