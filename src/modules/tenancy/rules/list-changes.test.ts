import { expect, it } from "vitest";
import { hideCost } from "./hide-cost.ts";
import { listChanges } from "./list-changes.ts";

const ID = "01930000-0000-7000-8000-000000000001";

it("R1 tells what differs, and what else is known", () => {
  expect(listChanges({ name: "Ana", before: { role: "ADMIN", permissionSet: null, active: true }, after: { role: "STAFF", permissionSet: "viewer", active: true } })).toEqual([
    { field: "role", before: "ADMIN", after: "STAFF" },
    { field: "permissionSet", before: undefined, after: "viewer" },
    { field: "name", before: undefined, after: "Ana" },
  ]);
  expect(listChanges({ before: null, after: { patterns: ["sale.*", "stock.read"], thresholds: {}, permissions: [] } })).toEqual([{ field: "patterns", before: undefined, after: "sale.*, stock.read" }]);
});

it("R1 what a change does not name has stayed, and what it empties is gone", () => {
  expect(listChanges({ before: { name: "Norte", notes: "x", leadDays: 3 }, after: { name: "Sur", notes: "" } })).toEqual([
    { field: "name", before: "Norte", after: "Sur" },
    { field: "notes", before: "x", after: undefined },
  ]);
});

it("R1 ids and counters of versions are nothing to read; lists of groups are", () => {
  expect(listChanges({ before: { id: ID, version: 1, categoryId: null, breaks: [] }, after: { id: ID, version: 2, categoryId: ID, breaks: [{ from: "10", percent: "-5" }] } })).toEqual([
    { field: "categoryId", before: undefined, after: undefined },
    { field: "breaks", before: undefined, after: "from 10, percent -5" },
  ]);
});

it("R1 within a group, names and values are said in words where there are some", () => {
  const words = { field: (name: string) => `«${name}»`, value: (text: string) => (text === "percent" ? "por ciento" : text) };
  expect(listChanges({ rule: { kind: "percent", value: "5" }, scope: { supplierId: ID }, fileHash: "ab" }, words)).toEqual([
    { field: "rule", before: undefined, after: "«kind» por ciento, «value» 5" },
  ]);
});

it("A7 no cost is left for who may not see it", () => {
  expect(hideCost({ name: "Codo", after: { costPrice: "10", salePrice: "20", floorMargin: "5", listPrice: "9", lines: [{ unitCost: "1", quantity: "2" }] } })).toEqual({ name: "Codo", after: { salePrice: "20", lines: [{ quantity: "2" }] } });
});
