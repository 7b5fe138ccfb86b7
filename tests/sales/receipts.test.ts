import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { makeReceiptLink, revokeReceiptLink } from "@/modules/sales/commands/make-receipt-link.ts";
import { recordPrint } from "@/modules/sales/commands/record-print.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { listPrints } from "@/modules/sales/queries/list-prints.ts";
import { loadReceipt } from "@/modules/sales/queries/load-receipt.ts";
import { receiptPdf, sharedReceiptPdf } from "@/modules/sales/queries/receipt-file.ts";
import { recordPrintSchema, registerSaleSchema, returnSaleSchema } from "@/modules/sales/schema.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { settingsForm } from "@/modules/tenancy/schema.ts";
import { newAddress, openShop, visitor } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

async function sold() {
  const shop = await openShop();
  must(await createProduct(shop.ctx, createProductSchema.parse({ name: "Martillo", sku: "M", salePrice: "121", initialStock: "9" })));
  const sale = must(await registerSale(shop.ctx, registerSaleSchema.parse({ lines: [{ sku: "M", quantity: "3" }] })));
  return { ...shop, sale };
}

async function bytesOf(file: Result<{ stream: AsyncIterable<Uint8Array> }>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of must(file).stream) parts.push(part);
  return Buffer.concat(parts);
}

test("F6 the first paper of a sale is none, all others are copies, of its returns likewise, and each is told once", async () => {
  const { ctx, sale } = await sold();
  const print = (given: object) => recordPrint(ctx, sale.id, recordPrintSchema.parse(given));
  const id = newId();
  expect(must(await print({ id })).isCopy).toBe(false);
  expect(must(await print({ id, form: "58" }))).toEqual({ id, isCopy: false });
  expect(must(await print({ form: "a4" })).isCopy).toBe(true);
  // A till that could not ask says what it printed.
  expect(must(await print({ isCopy: false })).isCopy).toBe(false);
  const back = must(await returnSale(ctx, sale.id, returnSaleSchema.parse({ lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "Fallado" })));
  expect([must(await print({ returnId: back.id })).isCopy, must(await print({ returnId: back.id })).isCopy]).toEqual([false, true]);
  expect(await print({ returnId: newId() })).toMatchObject({ fields: [{ path: "returnId", code: "not_found" }] });
  expect(await recordPrint(ctx, newId(), recordPrintSchema.parse({}))).toMatchObject({ code: "not_found" });
  expect((await listPrints(ctx.db, sale.id)).map(({ returnId, form, isCopy }) => `${returnId === null ? "sale" : "return"} ${form} ${isCopy}`).sort()).toEqual(["return 80 false", "return 80 true", "sale 80 false", "sale 80 false", "sale a4 true"]);
});

test("F6 however many print one sale at once, one paper is the first", async () => {
  const { ctx, sale } = await sold();
  const prints = await Promise.all(Array.from({ length: 6 }, () => recordPrint(ctx, sale.id, recordPrintSchema.parse({}))));
  expect(prints.map((one) => must(one).isCopy).sort()).toEqual([false, true, true, true, true, true]);
});

test("F6 a receipt says who sells and what the shop is to the tax office, on sheets too", async () => {
  const { ctx, sale } = await sold();
  must(await changeSettings(ctx, settingsForm.partial().parse({ legalName: " Yunque SRL ", taxId: "30-50001091-2", taxCondition: "registered" }) as Parameters<typeof changeSettings>[1]));
  const { issuer, content } = must(await loadReceipt(ctx.db, sale.id));
  expect(issuer).toMatchObject({ legalName: "Yunque SRL", taxId: "30-50001091-2", taxCondition: "registered", locale: "es-AR" });
  expect(content).toMatchObject({ number: "1", customer: null, total: "363.00", taxes: [{ rate: "21", tax: "63.00" }], lines: [{ gross: "363.00" }] });
  const [first, after] = [await bytesOf(await receiptPdf(ctx, sale.id, {})), (must(await recordPrint(ctx, sale.id, recordPrintSchema.parse({ form: "a4" }))), await bytesOf(await receiptPdf(ctx, sale.id, {})))];
  expect(first.subarray(0, 5).toString()).toBe("%PDF-");
  expect(after.length).toBeGreaterThan(first.length);
  expect(await receiptPdf(ctx, newId(), {})).toMatchObject({ code: "not_found" });
  const other = await openShop();
  expect(await receiptPdf(other.ctx, sale.id, {})).toMatchObject({ code: "not_found" });
});

test("3.8 F6 an exchange's receipt names what came back and of which sale, the VAT that is left, and the voucher that it gave", async () => {
  const { ctx, sale } = await sold();
  const back = { saleLineId: sale.lines[0]!.id, quantity: "-1" };
  const swapped = must(await registerSale(ctx, registerSaleSchema.parse({ lines: [{ sku: "M", quantity: "2" }, back] })));
  expect(must(await loadReceipt(ctx.db, swapped.id)).content).toMatchObject({
    lines: [{ gross: "242.00" }], back: [{ name: "Martillo", quantity: "1", number: "1", total: "121.00" }], discount: "0.00", total: "121.00", taxes: [{ rate: "21", tax: "21.00" }], payments: [{ method: "cash", amount: "121.00" }], credits: [],
  });
  const rest = must(await registerSale(ctx, registerSaleSchema.parse({ lines: [{ description: "Bolsa", quantity: "1", unitPrice: "21" }, back], refund: "store_credit" })));
  expect(must(await loadReceipt(ctx.db, rest.id)).content).toMatchObject({ total: "-100.00", payments: [], change: "0.00", credits: [{ code: rest.storeCredits[0]!.code, amount: "100.00" }] });
  expect((await bytesOf(await receiptPdf(ctx, rest.id, {}))).length).toBeGreaterThan(800);
});

test("F6 a link opens one receipt without an account, until it is revoked or another one is made, and no order opens by it", async () => {
  const { ctx, contextAt, sale } = await sold();
  const link = must(await makeReceiptLink(ctx, sale.id, { days: 90 }));
  const [, path, token] = new URL(link.url).pathname.split("/");
  const at = (now = new Date()) => visitor({ address: newAddress(), now });
  expect([path, token!.length]).toEqual(["receipt", 43]);
  const found = await findLink("sale", token!, at());
  expect(found?.documentId).toBe(sale.id);
  expect((await bytesOf(await sharedReceiptPdf(found!.ctx, sale.id))).length).toBeGreaterThan(800);
  expect(await findLink("purchase_order", token!, at())).toBeNull();
  expect(await findLink("sale", token!, at(new Date(Date.now() + 91 * 86_400_000)))).toBeNull();
  const newer = must(await makeReceiptLink(contextAt(new Date(Date.now() + 1_000)), sale.id, { days: 90 }));
  expect(await findLink("sale", token!, at())).toBeNull();
  must(await revokeReceiptLink(ctx, sale.id));
  expect(await findLink("sale", newer.url.split("/").at(-1)!, at())).toBeNull();
  expect(await revokeReceiptLink(ctx, sale.id)).toMatchObject({ code: "not_found" });
  expect(await makeReceiptLink(ctx, newId(), { days: 90 })).toMatchObject({ code: "not_found" });
});
