import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTROL_MODELS, TENANT_MODELS } from "@/platform/db/models.ts";
import { readModels, type SchemaModel } from "../support/prisma-models.ts";

// The schema files and the two lists of the second wall say the same thing; keys begin with the tenant.

const RELATION = /@relation\(([^)]*)\)/;
const LOSSY = /^Float\b/;

function breaches(models: readonly SchemaModel[], control: readonly string[], tenant: readonly string[]): string[] {
  const named = new Map(models.map((model) => [model.name, model]));
  return [
    ...control.filter((name) => !named.has(name)).map((name) => `${name}: on the list of control models, not in the schema`),
    ...tenant.filter((name) => !named.has(name)).map((name) => `${name}: on the list of tenant models, not in the schema`),
    ...models.flatMap((model) => (control.includes(model.name) ? controlBreaches(model, control) : tenantBreaches(model, tenant, control))),
    ...models.flatMap((model) => Object.entries(model.fields).filter(([, type]) => LOSSY.test(type)).map(([field, type]) => `${model.name}.${field}: ${type.split(" ")[0]} is no decimal`)),
    ...models.flatMap((model) => Object.entries(model.fields).filter(([, type]) => /^Decimal\b/.test(type) && !/@db\.Decimal\(/.test(type)).map(([field]) => `${model.name}.${field}: say the digits of the decimal`)),
  ];
}

function controlBreaches(model: SchemaModel, control: readonly string[]): string[] {
  return relationsOf(model).filter(([, type]) => !control.includes(type)).map(([field, type]) => `${model.name}.${field}: control data has no foreign key to ${type}`);
}

function tenantBreaches(model: SchemaModel, tenant: readonly string[], control: readonly string[]): string[] {
  const own = [
    ...(tenant.includes(model.name) ? [] : [`${model.name}: in the schema, on neither list`]),
    ...(/^String\b.*@db\.Uuid/.test(model.fields["tenantId"] ?? "") ? [] : [`${model.name}: no tenantId of type uuid`]),
    ...(model.id[0] === "tenantId" ? [] : [`${model.name}: the primary key does not begin with tenantId`]),
    ...(existsSync(`src/modules/${model.file.replace(".prisma", "")}`) ? [] : [`${model.name}: ${model.file} belongs to no room`]),
  ];
  return [...own, ...relationsOf(model).flatMap(([field, type, relation]) => [
    ...(control.includes(type) ? [`${model.name}.${field}: business data has no foreign key to ${type}`] : []),
    ...(relation !== undefined && !/fields:\s*\[tenantId[,\]]/.test(relation) ? [`${model.name}.${field}: the foreign key does not carry the tenant`] : []),
    // Prisma would null tenantId too.
    ...(/onDelete:\s*SetNull/.test(relation ?? "") ? [`${model.name}.${field}: SetNull would null the tenant`] : []),
  ])];
}

/** Fields whose type is another model; the relation's arguments where this side holds the key. */
function relationsOf(model: SchemaModel): [field: string, type: string, relation: string | undefined][] {
  const models = new Set<string>([...CONTROL_MODELS, ...TENANT_MODELS]);
  return Object.entries(model.fields).flatMap(([field, rest]) => {
    const type = rest.match(/^(\w+)/)![1]!;
    const relation = rest.match(RELATION)?.[1];
    return models.has(type) ? [[field, type, relation?.includes("fields:") ? relation : undefined]] : [];
  });
}

test("the schema and the lists of models agree, and every key of a tenant's model begins with the tenant", () => {
  const models = readModels();
  expect(models.length).toBeGreaterThan(25);
  expect(models.flatMap(relationsOf).length).toBeGreaterThan(30);
  expect(breaches(models, CONTROL_MODELS, TENANT_MODELS)).toEqual([]);
});

const FINE: SchemaModel = { name: "Product", file: "catalogue.prisma", table: "product", id: ["tenantId", "id"], fields: { tenantId: "String @map(\"tenant_id\") @db.Uuid", id: "String @db.Uuid" } };
const with_ = (fields: Record<string, string>, rest: Partial<SchemaModel> = {}): SchemaModel => ({ ...FINE, ...rest, fields: { ...FINE.fields, ...fields } });

test.each<[string, SchemaModel, RegExp]>([
  ["a model on no list", with_({}, { name: "Ghost" }), /neither list/],
  ["a model without the tenant", { ...FINE, fields: { id: "String" } }, /no tenantId/],
  ["a key of its own", { ...FINE, id: ["id"] }, /does not begin/],
  ["a room that is none", with_({}, { file: "nowhere.prisma" }), /no room/],
  ["a single-column foreign key", with_({ category: "Category @relation(fields: [categoryId], references: [id])" }), /does not carry/],
  ["a key into the control data", with_({ owner: "User @relation(fields: [tenantId, userId], references: [id])" }), /no foreign key to User/],
  ["SetNull", with_({ category: "Category? @relation(fields: [tenantId, categoryId], references: [tenantId, id], onDelete: SetNull)" }), /would null/],
  ["a float", with_({ price: "Float" }), /no decimal/],
  ["a decimal of any size", with_({ price: "Decimal" }), /digits/],
])("control: %s is found", (_, model, reason) => expect(breaches([model], ["User"], ["Product"]).join("\n")).toMatch(reason));
