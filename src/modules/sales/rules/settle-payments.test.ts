import { expect, test } from "vitest";
import { NO_SALE_RULES, type SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { settlePayments } from "./settle-payments.ts";

const PRICED: SaleRules = { breaks: [], methods: { cash: "-10", credit: "15" }, installments: [{ count: 3, percent: "20" }, { count: 6, percent: "35.5" }] };

test("no payments means exact cash", () => {
  expect(settlePayments("1234.50", undefined, NO_SALE_RULES)).toEqual({ ok: true, value: { payments: [{ method: "cash", amount: "1234.50", installments: null, adjustment: "0.00" }], change: "0.00", adjustment: "0.00", rounding: "0.00" } });
});

test("a free sale takes no payment", () => {
  expect(settlePayments("0.00", undefined, NO_SALE_RULES)).toEqual({ ok: true, value: { payments: [], change: "0.00", adjustment: "0.00", rounding: "0.00" } });
});

test("change is what cash passes the total by", () => {
  expect(settlePayments("1234.50", [{ method: "cash", amount: "2000" }], NO_SALE_RULES)).toMatchObject({ ok: true, value: { change: "765.50" } });
});

test("several methods together pay the total to the cent", () => {
  const offered = [{ method: "debit", amount: "1000" }, { method: "cash", amount: "300" }] as const;
  expect(settlePayments("1234.50", offered, NO_SALE_RULES)).toMatchObject({ ok: true, value: { change: "65.50" } });
});

test.each([
  ["one cent short", "payment_short", [{ method: "cash", amount: "1234.49" }]],
  ["an empty list for a sale that costs", "payment_short", []],
  ["a card that passes the total", "payment_excess", [{ method: "debit", amount: "1234.51" }]],
  ["change that the cash handed over cannot give", "payment_excess", [{ method: "debit", amount: "1234" }, { method: "cash", amount: "0.40" }, { method: "wallet", amount: "1" }]],
] as const)("%s is refused", (_what, code, offered) => {
  expect(settlePayments("1234.50", offered, NO_SALE_RULES)).toMatchObject({ ok: false, code });
});

test("instalments belong to credit cards, and accounts come with their ledger", () => {
  expect(settlePayments("10", [{ method: "cash", amount: "10", installments: 3 }], NO_SALE_RULES)).toMatchObject({ ok: false, fields: [{ path: "payments.0.installments" }] });
  expect(settlePayments("10", [{ method: "account", amount: "10" }], NO_SALE_RULES)).toMatchObject({ ok: true, value: { change: "0.00" } });
  expect(settlePayments("10", [{ method: "cash", amount: "10", code: "7K3M-9QXA" }], NO_SALE_RULES)).toMatchObject({ ok: false, code: "not_allowed" });
});

test("a method's percent is on the part that it pays, and only the table's instalments are offered", () => {
  expect(settlePayments("1000", undefined, PRICED)).toMatchObject({ value: { payments: [{ method: "cash", amount: "900.00", adjustment: "-100.00" }], adjustment: "-100.00", change: "0.00" } });
  expect(settlePayments("1000", [{ method: "credit", amount: "1150" }], PRICED)).toMatchObject({ value: { adjustment: "150.00" } });
  expect(settlePayments("1000", [{ method: "credit", amount: "1355", installments: 6 }], PRICED)).toMatchObject({ value: { payments: [{ installments: 6, adjustment: "355.00" }] } });
  expect(settlePayments("1000", [{ method: "credit", amount: "1355", installments: 5 }], PRICED)).toMatchObject({ fields: [{ path: "payments.0.installments", code: "installments_unknown" }] });
  expect(settlePayments("1000", [{ method: "credit", amount: "1000" }], PRICED)).toMatchObject({ code: "payment_short", params: { missing: "150.00" } });
});

test("each part of a split payment has its own method's percent", () => {
  expect(settlePayments("1000", [{ method: "cash", amount: "450" }, { method: "credit", amount: "575" }], PRICED)).toMatchObject({
    value: { payments: [{ adjustment: "-50.00" }, { adjustment: "75.00" }], adjustment: "25.00", change: "0.00" },
  });
  expect(settlePayments("1000", [{ method: "credit", amount: "575" }, { method: "cash", amount: "1000" }], PRICED)).toMatchObject({ value: { adjustment: "25.00", change: "550.00" } });
});

test("F2 cash is rounded to the coin in the customer's favour, and only cash, and only what closes the sale", () => {
  const coined = (coin: string, methods = {}): SaleRules => ({ ...NO_SALE_RULES, methods, coin });
  expect(settlePayments("1234.56", undefined, coined("10"))).toMatchObject({ value: { payments: [{ amount: "1230.00", adjustment: "-4.56" }], adjustment: "-4.56", rounding: "-4.56", change: "0.00" } });
  expect(settlePayments("1234.56", [{ method: "cash", amount: "2000" }], coined("10"))).toMatchObject({ value: { change: "770.00" } });
  expect(settlePayments("1234.56", [{ method: "debit", amount: "1234.56" }], coined("10"))).toMatchObject({ value: { rounding: "0.00", adjustment: "0.00" } });
  expect(settlePayments("1234.56", [{ method: "debit", amount: "1230" }], coined("10"))).toMatchObject({ code: "payment_short" });
  expect(settlePayments("1234.56", [{ method: "debit", amount: "1000" }, { method: "cash", amount: "230" }], coined("10"))).toMatchObject({ value: { rounding: "-4.56", change: "0.00" } });
  expect(settlePayments("1234.56", [{ method: "cash", amount: "230" }, { method: "debit", amount: "1004.56" }], coined("10"))).toMatchObject({ value: { rounding: "0.00" } });
  expect(settlePayments("1234.56", undefined, coined("0.05", { cash: "-10" }))).toMatchObject({ value: { payments: [{ amount: "1111.10" }], adjustment: "-123.46", rounding: "0.00" } });
  expect(settlePayments("7.30", undefined, coined("10"))).toMatchObject({ value: { payments: [{ amount: "7.30" }], rounding: "0.00" } });
});
