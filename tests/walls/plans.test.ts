import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { createProductSchema, listProductsSchema } from "@/modules/catalogue/schema.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { listSalesSchema } from "@/modules/sales/schema.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { listLevelsSchema, listMovementsSchema } from "@/modules/stock/schema.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { TENANT_MODELS } from "@/platform/db/models.ts";
import { asRole, probe, type RoleSession } from "../support/as-role.ts";
import { captureStatements, type CapturedStatement } from "../support/capture-statements.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { openUnwalled, type Unwalled } from "../support/open-unwalled.ts";
import { readModels } from "../support/prisma-models.ts";

// What the planner can do under the policies. Tables of a test are small, so scanning them is switched off: what is left is whether an
// index can serve the statement, which does not depend on the size.

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
}

const tables = new Set(readModels().filter((model) => (TENANT_MODELS as readonly string[]).includes(model.name)).map((model) => model.table));
let shop: TestShop;
let app: RoleSession;
let unwalled: Unwalled;

beforeAll(async () => {
  shop = await openShop();
  app = await asRole(inject("appUrl"));
  unwalled = await openUnwalled(inject("ownerUrl"));
  const made = await createProduct(shop.ctx, createProductSchema.parse({ name: "Tornillo zincado", salePrice: "10", initialStock: "5" }));
  if (!made.ok) throw new Error(made.code);
});
afterAll(async () => {
  await app.close();
  await unwalled.close();
});

async function planOf(session: RoleSession, { text, values }: CapturedStatement): Promise<Plan[]> {
  await session.query("SET LOCAL enable_seqscan = off");
  const [answer] = await session.query<{ "QUERY PLAN": { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
  const all = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)];
  return answer!["QUERY PLAN"].flatMap(({ Plan }) => all(Plan));
}

/** Looks at a tenant's table, or at an index of one, that are not led to the tenant's part of it. */
const strays = (plan: readonly Plan[]): string[] =>
  plan.filter((node) => node["Index Name"] !== undefined || (tables.has(node["Relation Name"] ?? "") && node["Node Type"] !== "Bitmap Heap Scan"))
    .filter((node) => !node["Index Cond"]?.includes("tenant_id"))
    .map((node) => `${node["Node Type"]} on ${node["Index Name"] ?? node["Relation Name"]}`);

const lists: Record<string, () => Promise<unknown>> = {
  ...Object.fromEntries(["name", "sku", "price", "-price", "-updated"].map((sort) => [`products by ${sort}`, () => listProducts(shop.ctx, listProductsSchema.parse({ sort }))])),
  "products found": () => listProducts(shop.ctx, listProductsSchema.parse({ q: "zinc torn" })),
  "products with a typing error": () => listProducts(shop.ctx, listProductsSchema.parse({ q: "tronillo" })),
  sales: () => listSales(shop.ctx, listSalesSchema.parse({})),
  movements: () => listMovements(shop.ctx, listMovementsSchema.parse({})),
  levels: () => listLevels(shop.ctx, listLevelsSchema.parse({})),
  audit: () => listAudit(shop.ctx, { limit: 50 }),
  imports: () => listImports(shop.ctx, 20),
};

describe("B21: lists under the policies", () => {
  test.each(Object.keys(lists))("%s reads no other tenant's rows on its way, and no table whole", async (name) => {
    const statements = (await captureStatements(lists[name]!)).filter(({ text }) => /^\s*(select|with)\b/i.test(text));
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      expect([statement.text, strays(await probe(app, shop.tenantId, () => planOf(app, statement)))]).toEqual([statement.text, []]);
    }
  });

  test("control: without the policies the same statements go through everybody's rows", async () => {
    const bare = await asRole(unwalled.appUrl);
    const statements = (await captureStatements(lists["products by name"]!)).filter(({ text }) => /^\s*select\b/i.test(text));
    const found: string[] = [];
    for (const statement of statements) found.push(...strays(await probe(bare, shop.tenantId, () => planOf(bare, statement))));
    await bare.close();
    expect(found).not.toEqual([]);
  });
});

/** Words enough that the planner of any version looks each up: of a handful all are read, by the tenant alone. */
async function plantWords(): Promise<void> {
  for (let n = 0; n < 30; n += 1) {
    const name = Array.from({ length: 20 }, (_, i) => `word${n}x${i}`).join(" ");
    expect(await createProduct(shop.ctx, createProductSchema.parse({ name, salePrice: "10" }))).toMatchObject({ ok: true });
  }
  const owner = await asRole(inject("ownerUrl"));
  await owner.query("ANALYZE product_term, word_ending").finally(() => owner.close());
}

describe("B20: the start of a word under the policies", () => {
  const conditionOf = async (condition: string) => {
    const statement = { text: `SELECT product_id FROM product_term t WHERE ${condition}`, values: ["torn"] };
    return (await probe(app, shop.tenantId, () => planOf(app, statement))).map((node) => node["Index Cond"] ?? "").join();
  };

  test("is a range of the index", async () => {
    const condition = await conditionOf("t.term >= $1 AND t.term < $1 || chr(1114111)");
    for (const part of ["tenant_id", "term >=", "term <"]) expect(condition).toContain(part);
  });

  test("so is the inside of a word, which leads to words and these to products", async () => {
    await plantWords();
    const text = "SELECT product_id FROM product_term t WHERE t.term = ANY (ARRAY(SELECT e.word FROM word_ending e WHERE e.ending >= $1 AND e.ending < $1 || chr(1114111)))";
    const plan = await probe(app, shop.tenantId, () => planOf(app, { text, values: ["orni"] }));
    const conditions = plan.map((node) => node["Index Cond"] ?? "");
    for (const parts of [["tenant_id", "ending >=", "ending <"], ["tenant_id", "term = ANY"]]) {
      expect(conditions.some((condition) => parts.every((part) => condition.includes(part))), parts.join()).toBe(true);
    }
  });

  test("control: LIKE is not leakproof, and reads all words of the tenant", async () => {
    expect(await conditionOf("t.term LIKE $1 || '%'")).not.toContain("term");
  });
});
