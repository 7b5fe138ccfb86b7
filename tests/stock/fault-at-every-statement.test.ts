import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
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
import { sql } from "@/platform/db/sql.ts";
import { breakEachStatement } from "../support/break-each-statement.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
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

breakEachStatement(prepare, {
  "an adjustment": {
    fault: "lost", step: 1,
    ready: async ({ shop, products }) => {
      const input = { id: newId(), reason: "breakage", lines: [{ productId: products[0], quantity: "-1" }, { productId: products[1], quantity: "2" }] };
      return () => adjustStock(shop.contextAt(new Date()), input);
    },
  },
  "a dispatch": {
    fault: "refused", step: 1, again: "transfer_state",
    ready: async (played) => {
      const { id } = must(await ask(played));
      return () => dispatchTransfer(played.shop.contextAt(new Date()), id, {});
    },
  },
  "a receipt that gives up a part": {
    fault: "unheard", step: 1, again: "transfer_state",
    ready: async (played) => {
      const { id } = must(await ask(played));
      must(await dispatchTransfer(played.shop.ctx, id, {}));
      return () => receiveTransfer(played.shop.contextAt(new Date()), id, { lines: [{ productId: played.products[0], quantity: "2" }], close: true });
    },
  },
  "the posting of a count": {
    fault: "unheard", step: 1, again: "count_state",
    ready: async ({ shop, products }) => {
      const { id } = must(await openCount(shop.ctx, openCountSchema.parse({})));
      must(await recordCount(shop.contextAt(new Date()), id, { lines: [{ productId: products[0], counted: String(8_000 - passed) }, { productId: products[1], counted: String(8_500 + passed) }] }));
      passed += 1;
      must(await reviewCount(shop.ctx, id));
      return () => postCount(shop.contextAt(new Date()), id, { choices: [] });
    },
  },
});
