import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntry, type Entry } from "./parse-entry.ts";

const find = (text: string, quantity: string | null = null): Entry => ({ kind: "find", text, quantity });
const mistaken = (text: string): Entry => ({ kind: "find", text, quantity: null, insteadOfNumber: true });
const refused = (code: "not_a_number" | "quantity_zero" | "too_large" | "discount_too_large" | "price_required"): Entry => ({ kind: "refused", code });
const off = (scope: "line" | "ticket", kind: "percent" | "amount", value: string): Entry => ({ kind: "discount", scope, discount: { kind, value } });

const TYPED: [typed: string, meant: Entry][] = [
  ["", { kind: "empty" }],
  ["   ", { kind: "empty" }],
  ["7790895000997", find("7790895000997")],
  [" FE-231 ", find("FE-231")],
  ["231", find("231")],
  ["12345678", find("12345678")],
  ["torn 8 1/2", find("torn 8 1/2")],
  ["caño 20% off", find("caño 20% off")],
  ["8*1/2", { kind: "find", text: "1/2", quantity: "8" }],
  ["#P-42", { kind: "quote", number: "42" }],
  ["#p042", { kind: "quote", number: "42" }],
  ["#1042", { kind: "document", number: "1042" }],
  ["@lop", { kind: "customer", words: "lop" }],
  ["3*", { kind: "chip", quantity: "3" }],
  ["3 *", { kind: "chip", quantity: "3" }],
  ["2,5*", { kind: "chip", quantity: "2.5" }],
  ["0.350*", { kind: "chip", quantity: "0.350" }],
  ["1.234*", { kind: "chip", quantity: "1234" }],
  ["3*7790895000997", find("7790895000997", "3")],
  ["3* torn 8", find("torn 8", "3")],
  ["2*$1500 pan", { kind: "misc", price: "1500", name: "pan", quantity: "2" }],
  ["0*", refused("quantity_zero")],
  ["1.23.4*", refused("not_a_number")],
  ["1,2345*", refused("not_a_number")],
  ["1000000*", refused("too_large")],
  ["*5", { kind: "quantity", quantity: "5" }],
  ["*2,5", { kind: "quantity", quantity: "2.5" }],
  ["*0", refused("quantity_zero")],
  ["*", refused("not_a_number")],
  ["*cinco", refused("not_a_number")],
  ["+", { kind: "step", by: "1" }],
  ["-", { kind: "step", by: "-1" }],
  ["=1500", { kind: "price", price: "1500" }],
  ["=1.500,50", { kind: "price", price: "1500.50" }],
  ["=1200*1,21", { kind: "price", price: "1452" }],
  ["=8450/2", { kind: "price", price: "4225" }],
  ["=", refused("not_a_number")],
  ["=-5", refused("not_a_number")],
  ["=99999999999", refused("too_large")],
  ["10%", off("line", "percent", "10")],
  ["10,5%", off("line", "percent", "10.5")],
  ["10%%", off("ticket", "percent", "10")],
  ["0%", off("line", "percent", "0")],
  ["101%", refused("discount_too_large")],
  ["500-", off("line", "amount", "500")],
  ["1.500,50--", off("ticket", "amount", "1500.50")],
  ["1.5.0-", refused("not_a_number")],
  ["$1500 pan", { kind: "misc", price: "1500", name: "pan", quantity: null }],
  ["$ 1.500,50", { kind: "misc", price: "1500.50", name: "", quantity: null }],
  ["$0 pan", refused("price_required")],
  ["$pan", find("$pan")],
  ["?", { kind: "priceCheck", text: "" }],
  ["?7790895000997", { kind: "priceCheck", text: "7790895000997" }],
  ["7790895000997*", mistaken("7790895000997")],
  ["*7790895000997", mistaken("7790895000997")],
  ["=7790895000997", mistaken("7790895000997")],
  ["7790895000997%", mistaken("7790895000997")],
  ["7790895000997-", mistaken("7790895000997")],
  ["$7790895000997", mistaken("7790895000997")],
];

describe("parseEntry", () => {
  it.each(TYPED)("reads %j", (typed, meant) => {
    expect(parseEntry(typed, { decimal: "," })).toEqual(meant);
  });

  it("3.4 # and a number name a sale, and nothing else does", () => {
  expect(["#1042", "# 7", "#007"].map((text) => parseEntry(text, { decimal: "," }))).toEqual([{ kind: "document", number: "1042" }, { kind: "document", number: "7" }, { kind: "document", number: "7" }]);
  expect(parseEntry("#caño", { decimal: "," })).toMatchObject({ kind: "find" });
});

it("reads decimals as the shop writes them", () => {
    expect(parseEntry("=1,234", { decimal: "." })).toEqual({ kind: "price", price: "1234" });
    expect(parseEntry("=1,234", { decimal: "," })).toEqual({ kind: "price", price: "1.234" });
  });

  it("takes a burst for a code even without a check digit", () => {
    expect(parseEntry("*123456", { decimal: ",", scanned: true })).toEqual(mistaken("123456"));
    expect(parseEntry("=123456", { decimal: ",", scanned: true })).toEqual(mistaken("123456"));
    expect(parseEntry("*123456", { decimal: "," })).toEqual({ kind: "quantity", quantity: "123456" });
  });

  it("keeps a quantity typed before a scanned code", () => {
    expect(parseEntry("12*123456", { decimal: ",", scanned: true })).toEqual(find("123456", "12"));
  });

  it("drops control characters that scanners send", () => {
    expect(parseEntry("\u001d7790895000997\r", { decimal: "," })).toEqual(find("7790895000997"));
  });

  it("never takes a barcode for a quantity, a price or a discount, and never throws", () => {
    const gtin = fc.constantFrom("77908957", "779089500099", "7790895000997", "17790895000994").filter((code) => code.length > 0);
    const around = fc.constantFrom<[string, string]>(["*", ""], ["=", ""], ["", "%"], ["", "%%"], ["", "-"], ["", "--"], ["$", ""], ["", "*"], ["", ""]);
    fc.assert(fc.property(gtin, around, (code, [before, after]) => {
      const entry = parseEntry(before + code + after, { decimal: ",", scanned: true });
      expect(entry).toMatchObject({ kind: "find", text: code });
    }));
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, scanned) => {
      expect(parseEntry(text, { decimal: ",", scanned }).kind).toBeTypeOf("string");
    }));
  });
});
