import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { addVariants } from "@/modules/catalogue/commands/add-variants.ts";
import { createFamily } from "@/modules/catalogue/commands/create-family.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { updateProduct } from "@/modules/catalogue/commands/update-product.ts";
import { getFamily } from "@/modules/catalogue/queries/get-family.ts";
import { listFamilies } from "@/modules/catalogue/queries/list-families.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { addVariantsSchema, createFamilySchema, createProductSchema, listProductsSchema, updateProductSchema } from "@/modules/catalogue/schema.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { openShop } from "../support/open-shop.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

const pipe = (given: object = {}) => createFamilySchema.parse({
  name: "Caño PVC", attributes: ["Medida", "Color"], unit: "m", categoryName: "Plomería",
  variants: [["1\"", "gris"], ["1/2\"", "gris"], ["1/2\"", "blanco"]].map((values, i) => ({ values, salePrice: String(100 * (i + 1)), costPrice: "50", initialStock: "10" })),
  ...given,
});

test("a grid makes products of their own, listed by measure, found by words, sold and counted each for itself", async () => {
  const { ctx } = await openShop();
  const family = must(await createFamily(ctx, pipe()));
  expect(family.variants.map(({ name, sku, salePrice, unit, categoryName, stock }) => [name, sku, salePrice, unit, categoryName, stock.onHand])).toEqual([
    ["Caño PVC 1/2\" blanco", "A00003", "300.00", "m", "Plomería", "10.000"],
    ["Caño PVC 1/2\" gris", "A00002", "200.00", "m", "Plomería", "10.000"],
    ["Caño PVC 1\" gris", "A00001", "100.00", "m", "Plomería", "10.000"],
  ]);
  expect(family.variants[0]!.variant).toEqual({ familyId: family.id, familyName: "Caño PVC", values: [{ name: "Medida", value: "1/2\"" }, { name: "Color", value: "blanco" }] });
  const found = must(await listProducts(ctx, listProductsSchema.parse({ q: "pvc 1/2 blanco" })));
  expect(found.items.map(({ name }) => name)).toEqual(["Caño PVC 1/2\" blanco"]);
  const more = must(await addVariants(ctx, family.id, addVariantsSchema.parse({ variants: [{ values: ["3/4\"", "gris"], barcode: "7791234500017" }] }).variants));
  expect(more.variants.map(({ name }) => name)).toEqual(["Caño PVC 1/2\" blanco", "Caño PVC 1/2\" gris", "Caño PVC 3/4\" gris", "Caño PVC 1\" gris"]);
  expect(more.variants[2]).toMatchObject({ unit: "m", categoryName: "Plomería", barcodes: ["7791234500017"] });
  expect(must(await listFamilies(ctx, { limit: 10 })).items).toEqual([{ id: family.id, name: "Caño PVC", attributes: ["Medida", "Color"], variantCount: 4 }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("what is repeated, incomplete or taken is told at its place, and nothing is written", async () => {
  const [{ ctx, ctxOf }, other] = await Promise.all([openShop(), openShop()]);
  must(await createProduct(ctx, createProductSchema.parse({ name: "Codo", sku: "X-1", barcodes: ["77"] })));
  const wrong = await createFamily(ctx, pipe({ variants: [{ values: ["1\"", "gris"], sku: "X-1" }, { values: ["1\"", "gris"] }, { values: ["2\""], barcode: "77" }] }));
  expect(wrong).toMatchObject({
    fields: [
      { path: "variants.1.values", code: "variant_repeated" }, { path: "variants.2.values", code: "variant_incomplete" },
      { path: "variants.0.sku", code: "sku_taken", params: { name: "Codo" } }, { path: "variants.2.barcode", code: "barcode_taken", params: { name: "Codo" } },
    ],
  });
  expect(must(await listFamilies(ctx, { limit: 10 })).items).toEqual([]);
  const family = must(await createFamily(ctx, pipe()));
  expect(await createFamily(ctx, pipe())).toMatchObject({ code: "family_taken" });
  expect(await addVariants(ctx, family.id, addVariantsSchema.parse({ variants: [{ values: ["1\"", "gris"] }] }).variants)).toMatchObject({ code: "variant_repeated" });
  expect(await createFamily(await ctxOf("stock_keeper"), pipe({ name: "Otro" }))).toMatchObject({ code: "forbidden" });
  expect(await getFamily(other.ctx, other.ctx.db, family.id)).toBeNull();
  expect(await addVariants(other.ctx, family.id, addVariantsSchema.parse({ variants: [{ values: ["9\"", "gris"] }] }).variants)).toMatchObject({ code: "not_found" });
});

test("a product that exists joins a family with its own name, code and stock, and leaves it again", async () => {
  const { ctx } = await openShop();
  const other = await openShop();
  const pipes = must(await createFamily(ctx, createFamilySchema.parse({ name: "Caño PVC", attributes: ["Medida"], variants: [{ values: ["1/2\""] }] })));
  const bends = must(await createFamily(ctx, createFamilySchema.parse({ name: "Codo", attributes: ["Medida", "Color"], variants: [{ values: ["1/2\"", "Gris"] }] })));
  const loose = must(await createProduct(ctx, createProductSchema.parse({ name: "Caño de 3/4", sku: "C34", salePrice: "90", initialStock: "4" })));
  const place = (variant: object | null, who = ctx) => updateProduct(who, loose.id, updateProductSchema.parse({ variant }));
  expect(await place({ familyId: pipes.id, values: ["1/2\""] })).toMatchObject({ code: "variant_repeated", fields: [{ path: "variant.values" }] });
  expect(await place({ familyId: bends.id, values: ["3/4\""] })).toMatchObject({ code: "variant_incomplete" });
  expect(await place({ familyId: newId(), values: ["3/4\""] })).toMatchObject({ code: "not_found" });
  expect(await place({ familyId: pipes.id, values: ["3/4\""] }, other.ctx)).toMatchObject({ code: "not_found" });
  expect(must(await place({ familyId: pipes.id, values: ["3/4\""] }))).toMatchObject({ name: "Caño de 3/4", sku: "C34", stock: { onHand: "4.000" }, variant: { familyName: "Caño PVC", values: [{ name: "Medida", value: "3/4\"" }] } });
  expect((await getFamily(ctx, ctx.db, pipes.id))!.variants.map(({ sku }) => sku)).toEqual([expect.any(String), "C34"]);
  expect(await place({ familyId: bends.id, values: ["3/4\"", "Gris"] })).toMatchObject({ code: "variant_elsewhere", params: { name: "Caño PVC" } });
  // Another value of the same family, and out.
  expect(must(await place({ familyId: pipes.id, values: ["1\""] })).variant?.values[0]?.value).toBe("1\"");
  expect(must(await place(null))).toMatchObject({ variant: null, name: "Caño de 3/4", stock: { onHand: "4.000" } });
  expect((await getFamily(ctx, ctx.db, pipes.id))!.variants).toHaveLength(1);
});
