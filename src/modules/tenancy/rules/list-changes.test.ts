import { expect, it } from "vitest";
import { hideCost } from "./hide-cost.ts";
import { listChanges } from "./list-changes.ts";

it("R1 tells what differs, and what else is known", () => {
  expect(listChanges({ name: "Ana", before: { role: "ADMIN", permissionSet: null, active: true }, after: { role: "STAFF", permissionSet: "viewer", active: true } })).toEqual([
    { field: "role", before: "ADMIN", after: "STAFF" },
    { field: "permissionSet", before: undefined, after: "viewer" },
    { field: "name", before: undefined, after: "Ana" },
  ]);
  expect(listChanges({ before: null, after: { patterns: ["sale.*"], thresholds: {}, permissions: [] } })).toEqual([{ field: "patterns", before: undefined, after: '["sale.*"]' }]);
});

it("A7 no cost is left for who may not see it", () => {
  expect(hideCost({ name: "Codo", after: { costPrice: "10", salePrice: "20", lines: [{ unitCost: "1", quantity: "2" }] } })).toEqual({ name: "Codo", after: { salePrice: "20", lines: [{ quantity: "2" }] } });
});
