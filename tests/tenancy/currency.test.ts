import { expect, inject, it } from "vitest";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { loadSample } from "@/modules/catalogue/commands/load-sample.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { hasAmounts } from "@/modules/tenancy/queries/has-amounts.ts";
import { settingsForm } from "@/modules/tenancy/schema.ts";
import { asRole, probe } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";


/** One amount each, written by another room. */
const DOCUMENTS: Readonly<Record<string, (ctx: Context) => Promise<{ ok: boolean }>>> = {
  "opening stock": (ctx) => createProduct(ctx, createProductSchema.parse({ name: "Codo", costPrice: "10", salePrice: "20", initialStock: "3" })),
  "a sale of nothing's worth": async (ctx) => registerSale(ctx, { lines: [{ productId: await stockShelf(ctx, { salePrice: "0", costPrice: null }), quantity: "1" }] }),
  "a till with change in it": (ctx) => openShift(ctx, { float: "500" }),
};

it("the currency may be chosen while there are prices only, and stays once an amount is written", async () => {
  for (const [name, write] of Object.entries(DOCUMENTS)) {
    const { ctx } = await openShop();
    await loadSample(ctx, { trade: "hardware-store" });
    expect([name, await hasAmounts(ctx)]).toEqual([name, false]);
    expect(await changeSettings(ctx, { currency: "UYU" })).toMatchObject({ ok: true, value: { currency: "UYU" } });
    expect([name, await write(ctx)]).toMatchObject([name, { ok: true }]);
    expect([name, await hasAmounts(ctx)]).toEqual([name, true]);
    expect([name, await changeSettings(ctx, { currency: "ARS", name: "Otro" })]).toMatchObject([name, { ok: false, code: "currency_kept", fields: [{ path: "currency", code: "currency_kept" }] }]);
    // The rest may change, also where a program sends all that it read.
    expect(await changeSettings(ctx, { currency: "UYU", timeZone: "America/Montevideo" })).toMatchObject({ ok: true });
    expect(await getShop(ctx)).toMatchObject({ currency: "UYU", timeZone: "America/Montevideo", name: "Almacén de prueba" });
  }
});

it("the database keeps the currency too, shop by shop", async () => {
  const [old, young] = [await openShop(), await openShop()];
  await openShift(old.ctx, { float: "500" });
  const app = await asRole(inject("appUrl"));
  const change = (tenantId: string) => failureOf(() => probe(app, tenantId, () => app.query("UPDATE shop SET currency = 'USD'")));
  expect((await change(old.tenantId))?.code).toBe("MS002");
  expect(await change(young.tenantId)).toBeNull();
  await app.close();
});

it("the form that does not offer the currency any more is taken without it", () => {
  expect(settingsForm.safeParse({ name: "Otro", locale: "es-AR", timeZone: "America/Lima", negativeStock: "warn", auditMonths: "0" }).success).toBe(true);
});
