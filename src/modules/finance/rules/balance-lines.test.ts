import { expect, test } from "vitest";
import { balanceLines } from "./balance-lines.ts";

test("amounts of one account become one line on its side", () => {
  expect(balanceLines([
    { account: "cash", amount: "100.00" },
    { account: "cash", amount: "-20.00" },
    { account: "sales", amount: "-66.12" },
    { account: "vat_debit", amount: "-13.88" },
  ])).toEqual([
    { account: "cash", debit: "80.00", credit: "0.00" },
    { account: "sales", debit: "0.00", credit: "66.12" },
    { account: "vat_debit", debit: "0.00", credit: "13.88" },
  ]);
});

test("accounts that come to nothing leave no line", () => {
  expect(balanceLines([{ account: "cash", amount: "5" }, { account: "cash", amount: "-5" }])).toEqual([]);
});

test("an entry out of balance is a defect", () => {
  expect(() => balanceLines([{ account: "cash", amount: "1" }, { account: "sales", amount: "-0.99" }])).toThrow("out of balance by 0.01");
});
