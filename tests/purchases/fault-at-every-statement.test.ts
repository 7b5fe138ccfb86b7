import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";
import { receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerCreditNote } from "@/modules/purchases/commands/register-credit-note.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { paySupplierSchema, registerCreditNoteSchema, registerPurchaseSchema, registerReceiptSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import { breakEachStatement } from "../support/break-each-statement.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
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

const receive = ({ shop, products, supplierId }: Played) =>
  registerReceipt(shop.contextAt(new Date()), registerReceiptSchema.parse({ supplierId, lines: products.map((productId) => ({ productId, quantity: "3", unitCost: "8" })) }));

breakEachStatement(prepare, {
  "a bill": {
    fault: "unheard", step: 2,
    ready: async (played) => {
      const input = bill(played);
      return () => registerPurchase(played.shop.contextAt(new Date()), input);
    },
  },
  "the cancellation of a bill that was paid": {
    fault: "refused", step: 3, again: "purchase_cancelled",
    ready: async (played) => {
      const { id } = must(await registerPurchase(played.shop.contextAt(new Date()), bill(played)));
      must(await paySupplier(played.shop.contextAt(new Date()), played.supplierId, paySupplierSchema.parse({ amount: "20" })));
      return () => cancelPurchase(played.shop.contextAt(new Date()), id, { reason: "mal" });
    },
  },
  "a payment": {
    fault: "lost", step: 1,
    ready: async (played) => {
      must(await registerPurchase(played.shop.contextAt(new Date()), bill(played)));
      const input = paySupplierSchema.parse({ id: newId(), amount: "15.50" });
      return () => paySupplier(played.shop.contextAt(new Date()), played.supplierId, input);
    },
  },
  "a receipt of an order that closes it": {
    fault: "unheard", step: 3,
    ready: async ({ shop, products, supplierId }) => {
      const { id } = must(await createPurchaseOrder(shop.contextAt(new Date()), { supplierId, lines: products.map((productId) => ({ productId, quantity: "5", unitCost: "8" })) }));
      must(await sendPurchaseOrder(shop.contextAt(new Date()), id));
      const input = receivePurchaseOrderSchema.parse({ id: newId(), close: true, lines: products.map((productId) => ({ productId, quantity: "3", reason: "no hay más" })) });
      return () => receivePurchaseOrder(shop.contextAt(new Date()), id, input);
    },
  },
  "a bill of a receipt": {
    fault: "refused", step: 3,
    ready: async (played) => {
      const { id } = must(await receive(played));
      const input = { ...bill(played), receiptIds: [id] };
      return () => registerPurchase(played.shop.contextAt(new Date()), input);
    },
  },
  "a return": {
    fault: "lost", step: 3,
    ready: async ({ shop, products, supplierId }) => {
      const input = registerReturnSchema.parse({ id: newId(), supplierId, reason: "roto", lines: [{ productId: products[0], quantity: "2", unitCost: "8" }] });
      return () => registerReturn(shop.contextAt(new Date()), input);
    },
  },
  "the credit note of a return": {
    fault: "lost", step: 3,
    ready: async ({ shop, products, supplierId }) => {
      const back = registerReturnSchema.parse({ id: newId(), supplierId, reason: "roto", lines: [{ productId: products[0], quantity: "2", unitCost: "8" }] });
      must(await registerReturn(shop.contextAt(new Date()), back));
      const note = registerCreditNoteSchema.parse({ id: newId(), supplierId, number: `NC ${newId()}`, date: "2026-11-20", returnId: back.id, taxes: [{ taxRate: "21", base: "15" }] });
      return () => registerCreditNote(shop.contextAt(new Date()), note);
    },
  },
});
