import { describe, expect, it } from "vitest";
import { findByCode, isOneErrorApart, searchProducts } from "./find-products.ts";
import { applyDelta, emptyIndex, wordsOf, type PosIndex } from "./pos-index.ts";
import type { PosProduct } from "./pos-product.ts";

let count = 0;
function product(sku: string, name: string, more: Partial<PosProduct> = {}): PosProduct {
  count += 1;
  const id = `01890000-0000-7000-8000-${String(count).padStart(12, "0")}`;
  return { id, sku, name, unit: "u", salePrice: "1", taxRate: "21", barcodes: [], stock: "0", categoryId: null, rank: 0, ...more };
}
function indexOf(...products: PosProduct[]): PosIndex {
  const index = emptyIndex();
  applyDelta(index, { full: true, products, removed: [] });
  return index;
}
const names = (products: readonly PosProduct[]) => products.map(({ name }) => name);

const pipe = product("FE-00231", 'Caño PVC Tigre 1/2" x 4 m', { barcodes: [{ code: "7791234500017", packSize: "1" }, { code: "17791234500014", packSize: "12" }], rank: 5 });
const elbow = product("FE-01102", "Codo 90° Awaduct 110 mm", { barcodes: [{ code: "0012345678905", packSize: "1" }], rank: 9 });
const screw = product("TO-231X", 'Tornillo T1 8 x 1/2"', { rank: 1 });
const board = product("0045", "Placa con tornillos", { rank: 50 });
const index = indexOf(pipe, elbow, screw, board);

describe("findByCode", () => {
  it.each([
    ["7791234500017", pipe, "1"],
    ["17791234500014", pipe, "12"],
    ["]E07791234500017", pipe, "1"],
    ["012345678905", elbow, "1"],
    ["FE-00231", pipe, "1"],
    ["fe-00231", pipe, "1"],
    ["231", pipe, "1"],
    ["1102", elbow, "1"],
    ["45", board, "1"],
    ["045", board, "1"],
  ])("%s", (code, expected, packSize) => {
    expect(findByCode(index, code)).toEqual({ product: expected, packSize });
  });

  it.each(["", "0", "7791234500018", "23", "caño"])("%j names none", (code) => {
    expect(findByCode(index, code)).toBeNull();
  });

  it("does not guess between two products with the same short number", () => {
    const two = indexOf(product("A-7", "a"), product("B-7", "b"));
    expect(findByCode(two, "7")).toBeNull();
    expect(findByCode(two, "b-7")?.product.name).toBe("b");
  });
});

describe("searchProducts", () => {
  it("takes words in any order, parts of words, no accents", () => {
    expect(names(searchProducts(index, "1/2 cano"))).toEqual([pipe.name]);
    expect(names(searchProducts(index, "awa 110"))).toEqual([elbow.name]);
    expect(names(searchProducts(index, "TÓRN"))).toEqual([screw.name, board.name]);
    expect(searchProducts(index, "cano awaduct")).toEqual([]);
    expect(searchProducts(index, "   ")).toEqual([]);
  });

  it("puts the exact code first, then names that start so, then what sells", () => {
    expect(names(searchProducts(index, "231"))).toEqual([pipe.name, screw.name]);
    expect(names(searchProducts(index, "t"))).toEqual([screw.name, board.name, elbow.name, pipe.name]);
  });

  it("forgives one typing error in longer words when nothing else is found", () => {
    expect(names(searchProducts(index, "tronillo"))).toEqual([screw.name, board.name]);
    expect(names(searchProducts(index, "awaduk"))).toEqual([elbow.name]);
    expect(names(searchProducts(index, "codoo 90"))).toEqual([elbow.name]);
    expect(searchProducts(index, "xyz")).toEqual([]);
  });

  it("shows twelve at most", () => {
    const many = indexOf(...Array.from({ length: 40 }, (_, i) => product(`M-${i}`, `mate ${i}`, { rank: i })));
    expect(searchProducts(many, "mate")).toHaveLength(12);
    expect(searchProducts(many, "mate")[0]!.name).toBe("mate 39");
  });
});

describe("applyDelta", () => {
  it("adds, changes and removes", () => {
    const live = indexOf(pipe, elbow);
    applyDelta(live, { full: false, products: [{ ...pipe, name: "Manguera", barcodes: [] }, screw], removed: [elbow.id] });
    expect(findByCode(live, "7791234500017")).toBeNull();
    expect(findByCode(live, "1102")).toBeNull();
    expect(names(searchProducts(live, "mang"))).toEqual(["Manguera"]);
    expect(names(searchProducts(live, "tron"))).toEqual([screw.name]);
  });

  it("forgets everything else when the delta is full", () => {
    const live = indexOf(pipe, elbow);
    applyDelta(live, { full: true, products: [screw], removed: [] });
    expect([...live.byId.keys()]).toEqual([screw.id]);
  });
});

describe("isOneErrorApart", () => {
  it.each([["codo", "cdoo"], ["codo", "cod"], ["codo", "coddo"], ["codo", "cobo"], ["codo", "codo"]])("%s %s", (a, b) => expect(isOneErrorApart(a, b)).toBe(true));
  it.each([["codo", "ocod"], ["codo", "c"], ["codo", "cabo"], ["codo", "odoc"]])("not %s %s", (a, b) => expect(isOneErrorApart(a, b)).toBe(false));
});

describe("with 20,000 products", () => {
  const nouns = ["Tornillo", "Caño", "Codo", "Cable", "Látex", "Llave", "Tuerca", "Clavo", "Pintura", "Lija", "Broca", "Manguera"];
  const kinds = ["PVC", "galvanizado", "unipolar", "blanco", "T1", "punta aguja", "interior", "hexagonal", "bronce", "cromado"];
  const big = indexOf(...Array.from({ length: 20_000 }, (_, i) =>
    product(`X-${i}`, `${nouns[i % 12]} ${kinds[(i * 7) % 10]} ${i % 97} x ${i % 13}/${1 + (i % 8)}`, { rank: (i * 31) % 1_000, barcodes: [{ code: String(7_790_000_000_000 + i), packSize: "1" }] }),
  ));

  /** How many products a search reads before its list is full or nothing is left to look at. */
  function readsOf(query: string): number {
    let reads = 0;
    wordsOf(big);
    const ordered = new Proxy(big.ordered, {
      get(all, key): unknown {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(all, key) as unknown;
      },
    });
    searchProducts({ ...big, ordered }, query);
    return reads;
  }

  // In the house's figures it is milliseconds; those of a crowded machine say nothing here.
  it.each([
    ["t", 12], ["to", 100], ["tor", 100], ["torn", 100], ["torn 8", 400], ["torn 8 1/2", 8_000], ["cano pvc", 12_000], ["latex bl", 12_000], ["779000", 12], ["1/2 llave", 400], ["zzz", 0], ["broca 12 3", 4_000], ["tronillo", 6_000],
  ])("reads few products for %j, not all of them", (query, most) => {
    expect(readsOf(query)).toBeLessThanOrEqual(most);
  });
});
