import { expect, test } from "vitest";
import { settlePayments } from "./settle-payments.ts";

test("no payments means exact cash", () => {
  expect(settlePayments("1234.50", undefined)).toEqual({ ok: true, value: { payments: [{ method: "cash", amount: "1234.50" }], change: "0.00" } });
});

test("a free sale takes no payment", () => {
  expect(settlePayments("0.00", undefined)).toEqual({ ok: true, value: { payments: [], change: "0.00" } });
});

test("change is what cash passes the total by", () => {
  expect(settlePayments("1234.50", [{ method: "cash", amount: "2000" }])).toMatchObject({ ok: true, value: { change: "765.50" } });
});

test("several methods together pay the total to the cent", () => {
  const offered = [{ method: "debit", amount: "1000" }, { method: "cash", amount: "300" }] as const;
  expect(settlePayments("1234.50", offered)).toMatchObject({ ok: true, value: { change: "65.50" } });
});

test.each([
  ["one cent short", "payment_short", [{ method: "cash", amount: "1234.49" }]],
  ["an empty list for a sale that costs", "payment_short", []],
  ["a card that passes the total", "payment_excess", [{ method: "debit", amount: "1234.51" }]],
  ["change that the cash handed over cannot give", "payment_excess", [{ method: "debit", amount: "1234" }, { method: "cash", amount: "0.40" }, { method: "wallet", amount: "1" }]],
] as const)("%s is refused", (_what, code, offered) => {
  expect(settlePayments("1234.50", offered)).toMatchObject({ ok: false, code });
});

test("instalments belong to credit cards, and accounts come with their ledger", () => {
  expect(settlePayments("10", [{ method: "cash", amount: "10", installments: 3 }])).toMatchObject({ ok: false, fields: [{ path: "payments.0.installments" }] });
  expect(settlePayments("10", [{ method: "account", amount: "10" }])).toMatchObject({ ok: false, code: "method_unavailable" });
});
