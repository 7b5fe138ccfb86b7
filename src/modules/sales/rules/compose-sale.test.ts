import { expect, test } from "vitest";
import { balanceLines } from "@/modules/finance/rules/balance-lines.ts";
import { NO_SALE_RULES, type SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { sellerOf } from "../../../../tests/support/seller-of.ts";
import { composeSale as compose, type SellableProduct, type Seller } from "./compose-sale.ts";
import { salePostings } from "./sale-postings.ts";

const composeSale = (input: Parameters<typeof compose>[0], products: Parameters<typeof compose>[1], defaultTaxRate: string, seller: Seller, rules: SaleRules = NO_SALE_RULES) => compose(input, products, { defaultTaxRate, rules }, seller);
const OWNER = sellerOf("100", true);
const CASHIER = sellerOf("10", false);

function product(over: Partial<SellableProduct> = {}): SellableProduct {
  return { id: "p", sku: "A1", name: "Hammer", unit: "u", salePrice: "121.0000", unitCost: "60.0000", taxRate: "21.00", isActive: true, packSize: "1", ...over };
}

const one = { productId: "p", quantity: "1" };

test("a line keeps what the product was, and the sale adds up", () => {
  const sale = composeSale({ lines: [{ productId: "p", quantity: "2" }] }, [product()], "21.00", CASHIER);
  expect(sale).toMatchObject({
    ok: true,
    value: {
      subtotal: "242.00", discount: "0.00", net: "200.00", tax: "42.00", total: "242.00", cost: "120.00", change: "0.00",
      lines: [{ name: "Hammer", sku: "A1", quantity: "2.000", unitPrice: "121.0000", listPrice: null, unitCost: "60.0000", tax: "42.00" }],
    },
  });
});

test("a box code sells its units from one stock", () => {
  const sale = composeSale({ lines: [{ barcode: "779", quantity: "2" }] }, [product({ packSize: "12.000" })], "21.00", OWNER);
  expect(sale).toMatchObject({ ok: true, value: { lines: [{ quantity: "24.000" }] } });
});

test("an item without product needs a price and a word, and takes the shop's VAT", () => {
  const line = { quantity: "1", unitPrice: "100", description: "Nails, a handful" };
  expect(composeSale({ lines: [line] }, [null], "10.50", CASHIER)).toMatchObject({ ok: true, value: { lines: [{ productId: null, taxRate: "10.50", total: "100.00" }] } });
  expect(composeSale({ lines: [{ quantity: "1", unitPrice: "100" }] }, [null], "21", CASHIER)).toMatchObject({ fields: [{ path: "lines.0.description", code: "required" }] });
  expect(composeSale({ lines: [{ quantity: "1", description: "x" }] }, [null], "21", CASHIER)).toMatchObject({ fields: [{ path: "lines.0.unitPrice", code: "required" }] });
});

test.each([
  ["an unknown product", "product_unknown", one, null, OWNER],
  ["an archived product", "product_archived", one, product({ isActive: false }), OWNER],
  ["a product without price", "price_missing", one, product({ salePrice: null }), OWNER],
  ["half a hammer", "quantity_not_fractional", { ...one, quantity: "0.5" }, product(), OWNER],
  ["another price without the right to it", "price_override", { ...one, unitPrice: "100" }, product(), CASHIER],
  ["a discount over the member's limit", "discount_over_limit", { ...one, discountPercent: "10.5" }, product(), CASHIER],
  ["a VAT rate for a product that has its own", "not_allowed", { ...one, taxRate: "0" }, product(), OWNER],
] as const)("%s is refused", (_what, code, line, sold, seller) => {
  expect(composeSale({ lines: [line] }, [sold], "21", seller)).toMatchObject({ ok: false, code });
});

test("exactly the limit is allowed, and the price that the list has is no override", () => {
  expect(composeSale({ lines: [{ ...one, discountPercent: "10" }] }, [product()], "21", CASHIER)).toMatchObject({ ok: true });
  expect(composeSale({ lines: [{ ...one, unitPrice: "121" }] }, [product()], "21", CASHIER)).toMatchObject({ ok: true, value: { lines: [{ listPrice: null }] } });
});

test("an overridden price remembers the list's", () => {
  expect(composeSale({ lines: [{ ...one, unitPrice: "100" }] }, [product()], "21", OWNER)).toMatchObject({ ok: true, value: { lines: [{ unitPrice: "100.0000", listPrice: "121.0000" }] } });
});

test("the total that the counter showed must be the total that is charged", () => {
  expect(composeSale({ lines: [one], expectedTotal: "120.00" }, [product()], "21", OWNER)).toMatchObject({ ok: false, code: "price_changed", params: { total: "121.00" } });
  expect(composeSale({ lines: [one], expectedTotal: "121" }, [product()], "21", OWNER)).toMatchObject({ ok: true });
});

test("the entry of any sale balances: change, discounts, unknown cost", () => {
  const input = {
    lines: [{ productId: "p", quantity: "3", discountPercent: "3.33" }, { productId: "q", quantity: "0.335" }, { quantity: "1", unitPrice: "0.99", description: "x" }],
    discountAmount: "7.77",
    payments: [{ method: "debit" as const, amount: "100" }, { method: "cash" as const, amount: "1000" }],
  };
  const sale = composeSale(input, [product(), product({ id: "q", unit: "m", unitCost: null, taxRate: "10.50" }), null], "21", OWNER);
  if (!sale.ok) throw new Error(sale.code);
  const lines = balanceLines(salePostings(sale.value));
  expect(lines.map((line) => line.account)).toEqual(["cards_to_settle", "cash", "sales", "vat_debit", "cost_of_sales", "stock"]);
});

const TERMS: SaleRules = { breaks: [{ from: "10", percent: "-5" }], methods: { cash: "-10", credit: "15" }, installments: [] };

test("D1 a quantity reaches its break over all lines of the product; a price that somebody said does not move", () => {
  const lines = [{ productId: "p", quantity: "6" }, { productId: "p", quantity: "4" }, { productId: "p", quantity: "20", unitPrice: "121" }];
  const sale = composeSale({ lines, payments: [{ method: "debit", amount: "3569.50" }] }, [product(), product(), product()], "21", CASHIER, TERMS);
  expect(sale).toMatchObject({ ok: true, value: { total: "3569.50", lines: [{ unitPrice: "114.9500", listPrice: null }, { unitPrice: "114.9500" }, { unitPrice: "121.0000", listPrice: null }] } });
});

test("D1 the method's percent is shared over the lines with its VAT, and the books balance", () => {
  const input = { lines: [{ productId: "p", quantity: "1" }, { productId: "q", quantity: "3" }], payments: [{ method: "credit" as const, amount: "557" }], expectedTotal: "556.60" };
  const sold = [product(), product({ id: "q", taxRate: "10.50" })];
  expect(composeSale(input, sold, "21", CASHIER, TERMS)).toMatchObject({ code: "payment_excess" });
  const sale = composeSale({ ...input, payments: [{ method: "credit", amount: "556.60" }] }, sold, "21", CASHIER, TERMS);
  if (!sale.ok) throw new Error(sale.code);
  expect(sale.value).toMatchObject({ subtotal: "484.00", discount: "0.00", adjustment: "72.60", total: "556.60", lines: [{ adjustment: "18.15", total: "139.15", tax: "24.15" }, { adjustment: "54.45", total: "417.45" }] });
  expect(balanceLines(salePostings(sale.value)).length).toBeGreaterThan(3);
  expect(composeSale({ ...input, payments: [{ method: "credit", amount: "484" }], expectedTotal: "484" }, sold, "21", CASHIER, TERMS)).toMatchObject({ code: "price_changed", params: { total: "556.60" } });
});
