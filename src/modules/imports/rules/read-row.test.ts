import { expect, it } from "vitest";
import { textCell } from "@/platform/spreadsheet/cell.ts";
import { IMPORT_FIELDS, TEXT_LIMITS, type ReadPlan } from "./import-values.ts";
import { readRow } from "./read-row.ts";

const SURE = { decimal: ",", certain: true, mixed: false, ambiguous: 0, sample: null } as const;
const plan: ReadPlan = {
  sheet: "", headerRow: 0, firstRow: 1, labels: [],
  mapping: { columns: { sku: 0, name: 1, salePrice: 2, unit: 3, taxRate: 4 }, hasTax: { salePrice: true } }, styles: { salePrice: SURE, taxRate: SURE }, customFields: [], decimal: ",", defaultTaxRate: null,
};
const read = (line: string, changes: Partial<ReadPlan> = {}, section: string | null = null) => readRow(line.split("|").map(textCell), { ...plan, ...changes }, section);

it("reads the mapped fields and leaves the empty ones out", () => {
  expect(read("1|Uno|5,50||")).toEqual({ kind: "product", values: { sku: "1", name: "Uno", salePrice: "5.5" }, reasons: [], section: null });
});

it("the section above is the category, unless a column tells it", () => {
  expect(read("1|Uno|5,50", {}, "Caños").values.category).toBe("Caños");
  const mapped = { ...plan.mapping, columns: { ...plan.mapping.columns, category: 5 } };
  expect(read("1|Uno|5,50|||Codos", { mapping: mapped }, "Caños").values.category).toBe("Codos");
  expect(read("1|Uno|5,50|||", { mapping: mapped }, "Caños").values.category).toBeUndefined();
});

it("hands the section on", () => {
  expect(read("CODOS", {}, "Caños")).toMatchObject({ kind: "section", section: "CODOS", reasons: [{ code: "row_section", severity: "note" }] });
  expect(read("1|Uno|5,50", {}, "Caños").section).toBe("Caños");
  expect(read("", {}, "Caños")).toEqual({ kind: "blank", values: {}, reasons: [], section: "Caños" });
});

it("adds VAT by the row's rate, else by the shop's, else refuses to", () => {
  const mapping = { ...plan.mapping, hasTax: { salePrice: false } };
  expect(read("1|Uno|100,00||10,5", { mapping }).values.salePrice).toBe("110.5");
  expect(read("1|Uno|100,00||", { mapping, defaultTaxRate: "21" }).values.salePrice).toBe("121");
  expect(read("1|Uno|100,00||", { mapping })).toMatchObject({ values: { sku: "1", name: "Uno" }, reasons: [{ code: "row_tax_missing", severity: "error" }] });
});

it("says that a price is missing once, and not when something worse is known", () => {
  expect(read("1|Uno|s/p").reasons).toEqual([{ code: "row_price_missing", severity: "warning", field: "salePrice" }]);
  expect(read("1|Uno|#REF!").reasons.map(({ code }) => code)).toEqual(["row_formula_error"]);
  expect(read("1|Uno|x").reasons.map(({ code }) => code)).toEqual(["row_price_unreadable"]);
});

it("an unknown unit is said, not stored", () => {
  expect(read("1|Uno|5,50|bidón")).toMatchObject({ values: { sku: "1", name: "Uno", salePrice: "5.5" }, reasons: [{ code: "row_unit_unknown", field: "unit", params: { value: "bidón" } }] });
});

it.each(IMPORT_FIELDS.filter((field) => field in TEXT_LIMITS && field !== "unit" && !field.startsWith("pack")))("%s: the longest text fits, one more does not", (field) => {
  const max = TEXT_LIMITS[field as keyof typeof TEXT_LIMITS];
  const one = (length: number) => readRow([textCell("x".repeat(length)), textCell("5,50")], { ...plan, mapping: { columns: { [field]: 0, salePrice: 1 }, hasTax: {} } }, null);
  expect(one(max).values[field]).toHaveLength(max);
  expect(one(max + 1)).toMatchObject({ reasons: [{ code: "row_too_long", severity: "error", field, params: { max } }] });
  expect(one(max + 1).values[field]).toBeUndefined();
});
