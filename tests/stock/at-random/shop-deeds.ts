import { newId } from "@/kernel/id.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { adjustStockSchema, openCountSchema, receiveTransferSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { few, keep, late, pick, some, type Act } from "./played.ts";

export const sell: Act = (played) =>
  registerSale(played.now(), registerSaleSchema.parse({ locationId: pick(played, played.places), lines: some(played).map((productId) => ({ productId, quantity: String(1 + played.random(3)) })) }));

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
