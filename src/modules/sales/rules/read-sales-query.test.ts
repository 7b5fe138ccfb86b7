import { expect, test } from "vitest";
import { readSalesQuery } from "./read-sales-query.ts";

test.each([
  ["  ", null],
  ["#1042", { number: "1042", total: null, words: null }],
  ["N° 7", { number: "7", total: null, words: null }],
  ["1042", { number: "1042", total: "1042", words: "1042" }],
  ["4.850,50", { number: null, total: "4850.50", words: "4.850,50" }],
  ["$ 4.850", { number: null, total: "4850", words: null }],
  ["-300,00", { number: null, total: "-300.00", words: "-300,00" }],
  ["tornillo 8", { number: null, total: null, words: "tornillo 8" }],
  ["7790895000218", { number: "7790895000218", total: null, words: "7790895000218" }],
] as const)("%j is read as %j", (typed, meant) => expect(readSalesQuery(typed, ",")).toEqual(meant));

test("a shop that writes a decimal point means an amount by it", () => expect(readSalesQuery("1,234.50", ".")).toMatchObject({ total: "1234.50" }));
