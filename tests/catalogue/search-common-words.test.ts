import { beforeAll, expect, test } from "vitest";
import { accept } from "@/kernel/refusal.ts";
import { FEW, measureWords } from "@/modules/catalogue/queries/measure-words.ts";
import { searchProducts, type SearchKey } from "@/modules/catalogue/queries/search-products.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { captureStatements } from "../support/capture-statements.ts";
import { openShop } from "../support/open-shop.ts";

const EACH = 6_500;
const found = async (db: TenantDb, question: string, limit: number) => (await searchProducts(db, question, limit)).found.map(({ text }) => text.trim().split(" a0")[0]!.trim());

/** Two words that thousands have, three products that have both, and a size that all have. */
async function openLargeShop() {
  const { ctx } = await openShop();
  await ctx.transact(async (tx) => accept(await tx.execute(sql`
    INSERT INTO product (id, sku, name, tax_rate, sold_count)
    SELECT gen_random_uuid(), 'A0' || n, CASE WHEN n <= ${EACH} THEN 'Alfajor' WHEN n <= ${2 * EACH} THEN 'Turrón' WHEN n <= ${2 * EACH + 3} THEN 'Turrón con alfajor' ELSE 'Oblea alfajor turrón' END
           || CASE WHEN n % 2 = 0 THEN ' 10 g' ELSE ' 20 g' END, 21, CASE WHEN n = ${EACH} THEN 900 ELSE 0 END
      FROM generate_series(1, ${2 * EACH + 5}) n`)));
  return ctx.db;
}

let db: TenantDb;
beforeAll(async () => {
  db = await openLargeShop();
});

test("words that thousands of products share find what has both, and the best seller", async () => {
  const both = ["turron con alfajor 20 g", "turron con alfajor 10 g", "turron con alfajor 20 g"];
  const wafers = ["oblea alfajor turron 10 g", "oblea alfajor turron 20 g"];
  for (const question of ["alfajor turron", "TURRÓN alfajor", "g alfajor turron", "turr alfaj"]) {
    expect([question, (await found(db, question, 20)).sort()]).toEqual([question, [...both, ...wafers].sort()]);
  }
  expect((await found(db, "turron alfajor 10", 20)).sort()).toEqual(["oblea alfajor turron 10 g", "turron con alfajor 10 g"]);
  // More than are looked at: the page is full, of products that have every word, the best seller first.
  const many = await found(db, "g alfajor 10", 20);
  expect([many.length, new Set(many), many[0]]).toEqual([20, new Set(["alfajor 10 g"]), "alfajor 10 g"]);
  const [first] = (await searchProducts(db, "10 alfajor", 20)).found;
  expect(first).toMatchObject({ soldCount: 900 });
  expect(await found(db, "oblea alfajor turron g", 20)).toHaveLength(2);
  expect(await found(db, "alfajor alfajor", 5)).toHaveLength(5);
  expect(await found(db, "alfajor turron 30", 20)).toEqual([]);
});

test("pages of what common words find hold nothing twice", async () => {
  const seen: string[] = [];
  let after: SearchKey | null = null;
  for (let pages = 0; pages < 4; pages += 1) {
    const page: SearchKey[] = (await searchProducts(db, "g turron", 20, undefined, after)).found;
    seen.push(...page.map(({ id }) => id));
    after = page.at(-1)!;
  }
  expect([seen.length, new Set(seen).size]).toEqual([80, 80]);
});

test("a common word is counted once for all who ask for it, a rare one each time; another shop's is its own", async () => {
  const other = (await openShop()).ctx.db;
  const counts = async (asking: TenantDb, question: string) => (await captureStatements(() => measureWords(asking, question))).filter(({ text }) => text.includes("search_hits")).map(({ values }) => values[0]);
  expect(await counts(db, "Turrón-alfajor oblea")).toEqual([["Turrón-alfajor", "oblea"]]);
  expect(await counts(db, "oblea Turrón-alfajor")).toEqual([["oblea"]]);
  expect(await measureWords(db, " oblea  Turrón-alfajor oblea ")).toEqual([{ word: "oblea", hits: 2 }, { word: "turron", hits: FEW + 1 }, { word: "alfajor", hits: FEW + 1 }, { word: "oblea", hits: 2 }]);
  expect(await counts(db, "Turrón-alfajor")).toEqual([]);
  // Half of a flag, which a correction tries, is a question like any other.
  expect(await searchProducts(db, "\u{1F1E6}\u{1F1F7}", 20)).toEqual({ found: [], corrected: null });
  expect(await measureWords(db, "1 2 3 4 5 6 7 8 9")).toHaveLength(8);
  expect(await counts(other, "Turrón-alfajor")).toEqual([["Turrón-alfajor"]]);
  expect(await measureWords(other, "Turrón-alfajor")).toEqual([{ word: "turron", hits: 0 }, { word: "alfajor", hits: 0 }]);
});
