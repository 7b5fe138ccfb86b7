import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { collectPayment } from "@/modules/sales/commands/collect-payment.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { REFUNDS } from "@/modules/sales/rules/refunds.ts";
import { registerSaleSchema, returnSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { adjustStockSchema, openCountSchema, receiveTransferSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { few, keep, late, pick, some, type Act, type Played } from "./played.ts";

const goods = (played: Played) => some(played).map((productId) => ({ productId, quantity: String(1 + played.random(3)) }));

async function keepSale(played: Played, input: object): Promise<Result<unknown>> {
  const sold = await registerSale(played.now(), registerSaleSchema.parse({ locationId: pick(played, played.places), ...input }));
  if (sold.ok) played.sales.push(sold.value);
  return sold;
}

/** One of four owes a part of it. */
export const sell: Act = (played) =>
  keepSale(played, { lines: goods(played), ...(played.random(4) ? {} : { customerId: played.customerId, payments: [{ method: "account", amount: "15.00" }, { method: "cash", amount: "9000.00" }] }) });

const soldLine = (played: Played) => {
  const sale = late(played, played.sales);
  return sale && { saleId: sale.id, saleLineId: pick(played, sale.lines).id };
};

/** What is undone of sales, and paid of what they left owing. */
export const SALE_DEEDS: readonly Act[] = [
  async (played) => {
    const line = soldLine(played);
    const input = { lines: [{ saleLineId: line?.saleLineId ?? newId(), quantity: String(1 + played.random(2)) }], refund: pick(played, REFUNDS), reason: "fallado" };
    return returnSale(played.now(), line?.saleId ?? newId(), returnSaleSchema.parse(input));
  },
  (played) => {
    const line = soldLine(played);
    return keepSale(played, { lines: [...(line ? [{ saleLineId: line.saleLineId, quantity: "-1" }] : []), ...goods(played)], ...(played.random(2) ? { refund: "store_credit" } : {}) });
  },
  (played) => cancelSale(played.now(), late(played, played.sales)?.id ?? newId(), { reason: "error" }),
  (played) => collectPayment(played.now(), played.customerId, { amount: `${1 + played.random(40)}.25`, method: played.random(2) ? "cash" : "transfer" }),
];

/** What happens to goods within the shop. */
export const SHOP_DEEDS: readonly Act[] = [
  (played) => adjustStock(played.now(), adjustStockSchema.parse({
    id: newId(), locationId: pick(played, played.places), reason: "correction",
    lines: some(played).map((productId) => (played.random(2) ? { productId, quantity: String(played.random(2) ? 1 + played.random(9) : -1 - played.random(4)) } : { productId, countedQuantity: String(played.random(60)) })),
  })),
  async (played) => {
    const from = played.random(3);
    const asked = await requestTransfer(played.now(), requestTransferSchema.parse({ fromLocationId: played.places[from], toLocationId: played.places[(from + 1) % 3], lines: some(played).map((productId) => ({ productId, quantity: few(played) })) }));
    if (asked.ok && played.random(3)) await dispatchTransfer(played.now(), asked.value.id, {});
    return keep(played.transfers, asked);
  },
  (played) => dispatchTransfer(played.now(), late(played, played.transfers) ?? newId(), {}),
  (played) => receiveTransfer(played.now(), late(played, played.transfers) ?? newId(), receiveTransferSchema.parse({ close: played.random(3) === 0 })),
  async (played) => keep(played.counts, await openCount(played.now(), openCountSchema.parse({ locationId: pick(played, played.places) }))),
  (played) => recordCount(played.now(), played.counts.at(-1) ?? newId(), { lines: some(played).map((productId) => ({ productId, counted: String(played.random(80)) })) }),
  async (played) => {
    const id = played.counts.at(-1 - played.random(2)) ?? newId();
    await reviewCount(played.now(), id);
    return postCount(played.now(), id, { choices: [] });
  },
];
