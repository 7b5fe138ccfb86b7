import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { saveCustomFields } from "@/modules/catalogue/commands/save-custom-fields.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { listScopeOptions } from "@/modules/pricing/queries/list-scope-options.ts";
import { createProductSchema, listProductsSchema, SORTS, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

test("own fields are kept on products, checked by kind, and go with their values", async () => {
  const [{ ctx }, other] = await Promise.all([openShop(), openShop()]);
  const [size, frost] = [newId(), newId()];
  const fields = [{ id: size, name: "Tamaño", kind: "choice" as const, options: ["chico", "grande"] }, { id: frost, name: "Frío", kind: "yes_no" as const, options: [] }];
  must(await saveCustomFields(ctx, fields));
  const create = (given: object) => createProduct(ctx, createProductSchema.parse(given));
  const milk = must(await create({ name: "Leche", tags: ["oferta"], customFields: { [size]: "grande", [frost]: "true" } }));
  must(await create({ name: "Lechuga", customFields: { [frost]: "false" } }));
  expect(await create({ name: "x", customFields: { [size]: "mediano" } })).toMatchObject({ fields: [{ path: `customFields.${size}`, code: "not_allowed" }] });
  const changed = must(await updateProduct(ctx, milk.id, updateProductSchema.parse({ customFields: { [size]: null } })));
  expect(changed.customFields).toEqual({ [frost]: "true" });
  const names = async (given: object) => must(await listProducts(ctx, listProductsSchema.parse(given))).items.map(({ name }) => name);
  for (const sort of SORTS) {
    expect(await names({ sort, field: `${frost}:true` })).toEqual(["Leche"]);
    expect(await names({ sort, tag: "oferta" })).toEqual(["Leche"]);
  }
  expect(await names({ q: "lech", field: `${frost}:false` })).toEqual(["Lechuga"]);
  expect(await names({ q: "lech", tag: "oferta" })).toEqual(["Leche"]);
  expect((await listScopeOptions(ctx)).tags).toEqual(["oferta"]);
  expect(await listCustomFields(other.ctx.db)).toEqual([]);
  expect(await saveCustomFields(ctx, [{ ...fields[0]!, name: "A" }, { ...fields[1]!, name: "A" }])).toMatchObject({ code: "field_taken" });
  expect(await saveCustomFields(ctx, [{ ...fields[0]!, kind: "text" }])).toMatchObject({ code: "not_allowed" });
  must(await saveCustomFields(ctx, [{ ...fields[1]!, name: "Tamaño" }, { ...fields[0]!, name: "Frío" }]));
  must(await saveCustomFields(ctx, [fields[0]!]));
  expect((await getProduct(ctx, ctx.db, milk.id))!.customFields).toEqual({});
});
