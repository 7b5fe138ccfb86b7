import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { makeReceiptLink, revokeReceiptLink } from "@/modules/sales/commands/make-receipt-link.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { recordPrint } from "@/modules/sales/commands/record-print.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { loadSaleStory } from "@/modules/sales/queries/load-sale-story.ts";
import { recordPrintSchema } from "@/modules/sales/schema.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { newAddress, openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const storyOf = async (ctx: Context, id: string) => loadSaleStory(ctx, (await getSale(ctx.db, id))!);

test("everything that happened to a sale stands in one list, in time: sold, printed, shared, looked at, allowed, returned, exchanged, cancelled", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { salePrice: "30000", stock: "50" });
  must(await setPin(shop.ctx, "8306"));
  const seller = await shop.ctxOf("seller");
  const start = shop.ctx.now.getTime();
  const at = (minute: number): Context => shop.contextAt(new Date(start + minute * 60_000));
  const by = (minute: number): Context => ({ ...seller, now: new Date(start + minute * 60_000) });
  const shift = must(await openShift(at(0), { float: "0" }));
  const sale = must(await registerSale(at(1), { lines: [{ productId: product, quantity: "3" }] }));
  for (const minute of [2, 3, 4]) must(await recordPrint(at(minute), sale.id, recordPrintSchema.parse({})));
  const { url } = must(await makeReceiptLink(at(5), sale.id, { days: 30 }));
  const token = url.slice(url.lastIndexOf("/") + 1);
  const look = (minute: number, userAgent: string) => findLink("sale", token, { now: at(minute).now, address: newAddress(), userAgent });
  expect(await look(6, "WhatsApp/2.23 A")).not.toBeNull();
  expect((await storyOf(at(6), sale.id)).map(({ kind }) => kind)).not.toContain("opened");
  await look(7, "Mozilla/5.0 (iPhone)");
  await look(8, "Mozilla/5.0 (iPhone)");
  must(await revokeReceiptLink(at(9), sale.id));
  must(await returnSale(by(10), sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "fallado", approval: { pin: "8306", reason: "lo vi" } }));
  const exchange = must(await registerSale(at(11), { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "-1" }, { productId: product, quantity: "2" }] }));

  const story = await storyOf(at(12), sale.id);
  expect(story.map(({ kind, at: when, by: who }) => [kind, (Date.parse(when) - start) / 60_000, who])).toEqual([
    ["sold", 1, shop.ctx.member.name], ["printed", 2, shop.ctx.member.name], ["printed", 3, shop.ctx.member.name], ["shared", 5, shop.ctx.member.name], ["opened", 7, null], ["closed", 9, null],
    ["returned", 10, seller.member.name], ["approved", 10, shop.ctx.member.name], ["exchanged", 11, shop.ctx.member.name],
  ]);
  expect(story[0]).toMatchObject({ origin: { shift: { id: shift.id, number: null } } });
  // Copies that one person printed one after the other.
  expect(story.slice(1, 3)).toMatchObject([{ print: { isCopy: false }, count: 1 }, { print: { isCopy: true }, count: 2 }]);
  expect(story.at(-1)).toMatchObject({ exchange: { saleId: exchange.id, number: 2, worth: "30000.00", isCancelled: false } });
  must(await cancelSale(at(13), exchange.id, { reason: "error" }));
  expect((await storyOf(at(14), exchange.id)).map(({ kind }) => kind)).toEqual(["sold", "took_back", "cancelled"]);
  expect((await storyOf(at(14), sale.id)).at(-1)).toMatchObject({ exchange: { isCancelled: true } });
});
