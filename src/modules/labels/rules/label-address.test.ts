import { expect, it } from "vitest";
import { labelHref, readLabelAddress, type LabelAddress } from "./label-address.ts";

const A = "01234567-89ab-4def-8123-456789abcdef";
const B = "11234567-89ab-4def-8123-456789abcdef";

it.each<LabelAddress>([
  { listId: null, kind: "outdated", choice: { kind: "outdated" } },
  { listId: A, kind: "unlabelled", choice: { kind: "unlabelled" } },
  { listId: null, kind: "all", choice: { kind: "all" } },
  { listId: null, kind: "category", choice: { kind: "category", categoryId: A } },
  { listId: null, kind: "category", choice: null },
  { listId: B, kind: "run", choice: { kind: "run", runId: A } },
  { listId: null, kind: "products", choice: { kind: "products", productIds: [A, B] } },
])("%j goes into an address and comes back", (address) => {
  expect(readLabelAddress(Object.fromEntries(new URL(labelHref(address), "http://x").searchParams))).toEqual(address);
});

it("an address that says nothing sound is what changed", () => {
  for (const search of [{}, { of: "everything" }, { run: "1" }, { products: "x.y" }, { list: ["a"], category: A.toUpperCase() }]) expect(readLabelAddress(search)).toEqual({ listId: null, kind: "outdated", choice: { kind: "outdated" } });
});
