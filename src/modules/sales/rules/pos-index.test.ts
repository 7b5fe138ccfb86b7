import { expect, it, vi } from "vitest";
import { findByCode, searchProducts } from "./find-products.ts";
import { applyDelta, applyDeltaGently, emptyIndex, learnWords, wordsOf } from "./pos-index.ts";
import type { PosProduct } from "./pos-product.ts";

const product = (id: string, given: Partial<PosProduct> = {}): PosProduct => ({
  id, sku: `S-${id}`, name: `Caño ${id}`, unit: "u", salePrice: "100", taxRate: "21", barcodes: [], stock: "5", categoryId: null, rank: 0, ...given,
});

function indexOf(...products: PosProduct[]) {
  const index = emptyIndex();
  applyDelta(index, { full: true, products, removed: [] });
  return index;
}

it("writes prices and stock into what is there, without sorting again", () => {
  const index = indexOf(product("1"), product("2"));
  const { ordered } = index;
  expect(applyDelta(index, { full: false, products: [product("1", { salePrice: "120", stock: "4" })], removed: [] })).toBe(false);
  expect(index.ordered).toBe(ordered);
  expect(findByCode(index, "S-1")?.product).toMatchObject({ salePrice: "120", stock: "4" });
  expect(searchProducts(index, "cano 1")[0]?.salePrice).toBe("120");
});

it("finds what came or is called otherwise, and no longer what went", () => {
  const index = indexOf(product("1"), product("2"));
  const changed = product("1", { name: "Codo", barcodes: [{ code: "7790000000012", packSize: "1" }] });
  expect(applyDelta(index, { full: false, products: [changed, product("3")], removed: ["2"] })).toBe(true);
  expect(searchProducts(index, "codo").map(({ id }) => id)).toEqual(["1"]);
  expect(findByCode(index, "7790000000012")?.product.id).toBe("1");
  expect(findByCode(index, "S-2")).toBeNull();
  expect(findByCode(index, "S-3")?.product.id).toBe("3");
});

it("does nothing when nothing changed", () => {
  const index = indexOf(product("1"));
  expect(applyDelta(index, { full: false, products: [], removed: ["unknown"] })).toBe(false);
});

it("comes to the same in pieces, and is what it was until the last of them", async () => {
  const products = Array.from({ length: 2_300 }, (_, i) => product(String(i), { name: `Caño ${i % 7} x ${i}`, rank: i % 11 }));
  const [whole, pieces] = [indexOf(...products), emptyIndex()];
  const sizes = new Set<number>();
  const pause = async () => void sizes.add(pieces.byId.size);
  const clock = vi.spyOn(performance, "now");
  let ms = 0;
  clock.mockImplementation(() => (ms += 5));
  expect(await applyDeltaGently(pieces, { full: true, products, removed: [] }, pause)).toBe(true);
  clock.mockRestore();
  expect([...sizes]).toEqual([0]);
  expect(pieces).toEqual(whole);
  await learnWords(pieces, pause);
  expect(pieces.words).toEqual(wordsOf(whole));
});
