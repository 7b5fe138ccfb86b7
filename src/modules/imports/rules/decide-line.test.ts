import { expect, it } from "vitest";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import { costOfLine, decideLine, lineAfter, type LineProduct } from "./decide-line.ts";

const TERMS: ListTerms = { supplierId: "s", name: "Sur", currency: "ARS", shopCurrency: "ARS", discounts: "20+10", freightPercent: "5", rate: "1", rateDay: null };
const LINE: SupplierLine = { productId: "p", code: "B1", listPrice: "100.0000", packSize: "1.000", isMain: true, listedName: "Bolt", listSource: "old", goneSince: null };
const PRODUCT: LineProduct = { id: "p", costPrice: "75.6000", costCurrency: "ARS", isKit: false, hasOtherMain: false, line: LINE };
const decide = (values: Parameters<typeof decideLine>[0], product: LineProduct | null = PRODUCT, terms = TERMS) => decideLine({ supplierCode: "B1", name: "Bolt", ...values }, product, terms, []);

it("says the same of the same, and both prices of another", () => {
  expect(decide({ listPrice: "100" })).toEqual({ verdict: "same", reasons: [], changes: {} });
  expect(decide({ listPrice: "110" })).toEqual({ verdict: "changed", reasons: [], changes: { listPrice: { from: "100.0000", to: "110" }, costPrice: { from: "75.6000", to: "83.1600" } } });
  expect(decide({ listPrice: "170" }).reasons).toMatchObject([{ code: "row_price_jump", params: { value: 70 } }]);
  expect(decide({}).verdict).toBe("same");
});

it("moves the cost only where this supplier is the main one and the cost is in the shop's currency", () => {
  expect(decide({ listPrice: "110" }, { ...PRODUCT, hasOtherMain: true, line: { ...LINE, isMain: false } }).changes).toEqual({ listPrice: { from: "100.0000", to: "110" } });
  expect(decide({ listPrice: "110" }, { ...PRODUCT, costCurrency: "USD" }).changes).not.toHaveProperty("costPrice");
  expect(lineAfter({ listPrice: "1" }, { ...PRODUCT, hasOtherMain: true, line: null }, "i")).toMatchObject({ isMain: false, listSource: "i", packSize: "1" });
  expect(lineAfter({ listPrice: "100" }, PRODUCT, "i")).toMatchObject({ isMain: true, listSource: "old", code: "B1", listedName: "Bolt" });
});

it("goes through rate, pack and chain, and stays silent without a rate", () => {
  expect(costOfLine("12", "6", { ...TERMS, rate: "1400" })).toBe("2116.8000");
  expect(decide({ listPrice: "110" }, PRODUCT, { ...TERMS, currency: "USD", rate: null })).toMatchObject({ verdict: "changed", reasons: [{ code: "row_rate_missing" }], changes: { listPrice: { to: "110" } } });
});

it("brings back what was gone, proposes what is new, and needs a name for it", () => {
  expect(decide({ listPrice: "100" }, { ...PRODUCT, line: { ...LINE, goneSince: "2026-11-01" } })).toMatchObject({ verdict: "changed", reasons: [{ code: "row_back_on_list" }], changes: {} });
  expect(decide({ listPrice: "5" }, null)).toEqual({ verdict: "new", reasons: [], changes: {} });
  expect(decideLine({ supplierCode: "X" }, null, TERMS, [])).toMatchObject({ verdict: "error", reasons: [{ code: "row_name_missing" }] });
});
