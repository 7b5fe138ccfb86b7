import { newId } from "@/kernel/id.ts";
import type { ProductToLoad } from "./load-products.ts";
import words from "./product-words.json" with { type: "json" };

const SYLLABLES = ["ba", "ter", "mo", "lux", "fa", "rin", "del", "go", "pra", "sol", "ne", "kar", "ti", "vel", "cor", "za", "mi", "dur", "pe", "lan"];
const BRANDS = 1_500;

/** Believable products of a hardware store: common words, sizes, and brands of which few are frequent and most are rare. */
export function makeProducts(count: number, from: number, random: (below: number) => number): ProductToLoad[] {
  // The product of two draws: small numbers come often, large ones seldom, as words do.
  const often = (below: number) => Math.floor((random(below) * (1 + random(below))) / below);
  const pick = (list: readonly string[]) => list[often(list.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const brand = brandOf(often(BRANDS));
    const name = `${pick(words.things)} ${pick(words.kinds)} ${pick(words.sizes)}${random(3) === 0 ? ` ${brandOf(random(BRANDS))}${random(900)}` : ""}`;
    return { id: newId(), sku: `FE-${String(from + i).padStart(6, "0")}`, name: name[0]!.toUpperCase() + name.slice(1), brand, salePrice: `${100 + random(90_000)}.00`, costPrice: `${50 + random(40_000)}.00` };
  });
}

function brandOf(n: number): string {
  const parts = [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((at) => SYLLABLES[at]!);
  return parts.join("");
}
