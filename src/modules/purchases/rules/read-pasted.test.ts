import { expect, it } from "vitest";
import { readPasted } from "./read-pasted.ts";

it("reads code, quantity and cost under a heading, with words between and a sum behind", () => {
  const text = "Código\tDescripción\tCant.\tCosto\tTotal\nA-1\tClavo 2\"\t10\t1.234,50\t12.345,00\r\n\tB2\tTuerca\t2,5\t80\t200\n\nC3\tsin cantidad\t\t\t\n";
  expect(readPasted(text, ",")).toEqual({ rows: [{ code: "A-1", quantity: "10", unitCost: "1234.50" }, { code: "B2", quantity: "2.5", unitCost: "80" }], unread: 1 });
});

it("reads the shortest table, and semicolons", () => {
  expect(readPasted("779123;3;10.50", ".")).toEqual({ rows: [{ code: "779123", quantity: "3", unitCost: "10.50" }], unread: 0 });
});

it("a row with one number only is unread; a lone code is no table", () => {
  expect(readPasted("A\t1", ",")).toEqual({ rows: [], unread: 1 });
  expect(readPasted("7791234567890", ",")).toBeNull();
  expect(readPasted("clavo 2 pulgadas", ",")).toBeNull();
  expect(readPasted("", ",")).toBeNull();
});

it("an order's rows need no cost", () => {
  expect(readPasted("0012\tClavo\t24\n0013\tMartillo\t5\t45,50", ",", false)).toEqual({ rows: [{ code: "0012", quantity: "24", unitCost: null }, { code: "0013", quantity: "5", unitCost: "45.50" }], unread: 0 });
  expect(readPasted("0012\tClavo\t24", ",")).toEqual({ rows: [], unread: 1 });
});
