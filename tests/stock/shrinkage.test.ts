import { expect, test } from "vitest";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { sumShrinkage } from "@/modules/stock/queries/sum-shrinkage.ts";
import { adjustStockSchema } from "@/modules/stock/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

test("E4 losses by reason and days are what the books say of the same documents", async () => {
  const shop = await openShop();
  // Two in the morning UTC: still the day before in the shop.
  const at = (day: number) => shop.contextAt(new Date(Date.UTC(2031, 5, day, 2)));
  const [a, b] = [await stockShelf(at(1), { stock: "50", costPrice: "10" }), await stockShelf(at(1), { stock: "50", costPrice: "3.33" })];
  const adjust = (day: number, reason: string, lines: object[]) => adjustStock(at(day), adjustStockSchema.parse({ reason, lines }));
  await adjust(2, "breakage", [{ productId: a, quantity: "-3" }, { productId: b, quantity: "-1" }]);
  await adjust(3, "breakage", [{ productId: a, quantity: "-1" }]);
  await adjust(4, "found", [{ productId: b, quantity: "2" }]);
  await adjust(5, "Regalo al club", [{ productId: a, quantity: "-2" }]);
  const [from] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const to = await saveLocation(at(1), null, { name: "Depósito" });
  const sent = await requestTransfer(at(5), { fromLocationId: from!.id, toLocationId: to.ok ? to.value.id : "", lines: [{ productId: a, quantity: "5" }] });
  const id = sent.ok ? sent.value.id : "";
  await dispatchTransfer(at(5), id, {});
  await receiveTransfer(at(5), id, { lines: [{ productId: a, quantity: "4" }], close: true });
  expect(await sumShrinkage(shop.ctx, { from: "2031-06-01", to: "2031-06-04" })).toEqual({
    items: [
      { reason: "breakage", lines: 3, lost: "43.33", gained: "0.00" }, { reason: "Regalo al club", lines: 1, lost: "20.00", gained: "0.00" },
      { reason: "transfer", lines: 1, lost: "10.00", gained: "0.00" }, { reason: "found", lines: 1, lost: "0.00", gained: "6.66" },
    ],
    lost: "73.33", gained: "6.66", net: "-66.67",
  });
  expect(await shop.ctx.db.rows(sql`SELECT sum(debit - credit) AS sum FROM journal_line WHERE account_code = 'stock_adjustments'`)).toEqual([{ sum: "66.67" }]);
  expect((await sumShrinkage(shop.ctx, { from: "2031-06-02", to: "2031-06-02" })).items).toMatchObject([{ reason: "breakage", lines: 1, lost: "10.00" }]);
});
