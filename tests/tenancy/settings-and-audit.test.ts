import { expect, inject, it } from "vitest";
import { formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { findMembership } from "@/modules/identity/queries/find-membership.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { auditFile } from "@/modules/tenancy/queries/audit-file.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { auditExportQuery, auditQuery, settingsBody } from "@/modules/tenancy/schema.ts";
import { asRole, probe } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openShop } from "../support/open-shop.ts";

const query = (given: object = {}) => auditQuery.parse(given);

it("R1 a change of settings is kept with before, after, who, role and device", async () => {
  const { ctx } = await openShop();
  expect((await changeSettings(ctx, { negativeStock: "refuse" })).ok).toBe(true);
  expect(await getShop(ctx)).toMatchObject({ negativeStock: "refuse", currency: "ARS" });
  const { items } = await listAudit(ctx, query({ action: "settings" }));
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ action: "settings.change", memberId: ctx.member.id, memberName: "Marta Quiroga", role: "OWNER", agent: "test", detail: { before: { negativeStock: "warn" }, after: { negativeStock: "refuse" } } });
});

it("a shop changes its name, on papers and where people sign in, and keeps its slug", async () => {
  const { ctx, membership, tenantId } = await openShop({ tenantName: "El de siempre" });
  expect((await changeSettings(ctx, settingsBody.parse({ name: "  Ferretería   Nueva " }))).ok).toBe(true);
  expect(await getShop(ctx)).toMatchObject({ name: "Ferretería Nueva", slug: membership.tenantSlug });
  expect(await findMembership(membership.userId, tenantId)).toMatchObject({ tenantName: "Ferretería Nueva", tenantSlug: membership.tenantSlug });
  expect((await listAudit(ctx, query({ entity: "shop" }))).items[0]).toMatchObject({ detail: { before: { name: "El de siempre" }, after: { name: "Ferretería Nueva" } } });
  const other = await openShop();
  await changeSettings(other.ctx, { name: "Otra" });
  expect(await findMembership(membership.userId, tenantId)).toMatchObject({ tenantName: "Ferretería Nueva" });
});

it("a shop names packages in its own language, whatever language its country's figures are in", async () => {
  const { ctx } = await openShop();
  const named = async (locale: string) => {
    await changeSettings(ctx, settingsBody.parse({ locale }));
    return formatQuantity("2", "roll", formatStyleOf(await getShop(ctx)));
  };
  expect([await named("es-AR"), await named("pt-BR"), await named("es-MX")]).toEqual(["2\u00a0rollos", "2\u00a0rolos", "2\u00a0rollos"]);
});

it("R1 pages through the trail, and finds by person, record and day", async () => {
  const { ctx, contextAt } = await openShop();
  for (let i = 0; i < 5; i += 1) await changeSettings(contextAt(new Date(Date.UTC(2026, 9, 1 + i, 12))), { negativeStock: i % 2 === 0 ? "allow" : "warn" });
  const first = await listAudit(ctx, query({ limit: "2", action: "settings.change" }));
  const second = await listAudit(ctx, query({ limit: "2", action: "settings.change", cursor: first.nextCursor }));
  const third = await listAudit(ctx, query({ limit: "2", action: "settings.change", cursor: second.nextCursor }));
  const ids = [...first.items, ...second.items, ...third.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
  expect(third.nextCursor).toBeNull();
  expect((await listAudit(ctx, query({ action: "settings", from: "2026-10-02", to: "2026-10-03" }))).items).toHaveLength(2);
  expect((await listAudit(ctx, query({ memberId: "00000000-0000-7000-8000-000000000000" }))).items).toEqual([]);
});

it("B2 the trail of another shop is not there, nor its cursor", async () => {
  const [a, b] = [await openShop(), await openShop()];
  await changeSettings(a.ctx, { negativeStock: "allow" });
  const mine = await listAudit(a.ctx, query());
  const theirs = await listAudit(b.ctx, query({ limit: "1" }));
  expect(mine.items.map(({ id }) => id)).not.toContain(theirs.items[0]!.id);
  expect((await listAudit(b.ctx, query())).items.every(({ action }) => action === "shop.open")).toBe(true);
});

it("A7 who may not see costs reads none in the trail", async () => {
  const { ctx, ctxOf } = await openShop();
  const product = await createProduct(ctx, createProductSchema.parse({ name: "Codo", costPrice: "10", salePrice: "20", taxRate: "21.00" }));
  if (!product.ok) throw new Error(product.code);
  const viewer = await ctxOf("viewer");
  const trail = JSON.stringify((await listAudit(viewer, query())).items);
  expect(trail).not.toMatch(/cost/i);
});

it("L4 the trail cannot be rewritten: no grant to change or delete", async () => {
  const { tenantId } = await openShop();
  const app = await asRole(inject("appUrl"));
  for (const change of ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"]) {
    expect((await failureOf(() => probe(app, tenantId, () => app.query(change))))?.code, change).toBe("42501");
  }
  await app.close();
});

it("settings that do not exist are refused", () => {
  for (const wrong of [{ negativeStock: "maybe" }, { currency: "AAA" }, { timeZone: "Mars/Olympus" }, { timeZone: "+03:00" }, { timeZone: "America/Lima; x" }, { locale: "xx" }, { tenantId: "1" }]) expect(settingsBody.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  for (const timeZone of ["America/Argentina/Buenos_Aires", "America/Argentina/Ushuaia", "America/Port-au-Prince", "UTC"]) expect(settingsBody.safeParse({ timeZone }).success, timeZone).toBe(true);
  expect(settingsBody.safeParse({ timeZone: "America/Montevideo", currency: "UYU", locale: "es-UY" }).success).toBe(true);
});

it("R1 goes out as a file, as filtered, with nothing that a spreadsheet would run", async () => {
  const { ctx } = await openShop({ tenantName: "=1+1 Kiosco" });
  await changeSettings(ctx, { negativeStock: "allow" });
  const csv = await auditFile(ctx, auditExportQuery.parse({ action: "settings" }));
  const lines = (await new Response(csv.body).text()).trim().split("\r\n");
  expect(csv.name).toBe("Registro de actividad.csv");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("settings.change");
  const all = await new Response((await auditFile(ctx, auditExportQuery.parse({}))).body).text();
  expect(all).not.toMatch(/(^|;)[=+@]/m);
  const xlsx = await auditFile(ctx, auditExportQuery.parse({ format: "xlsx" }));
  expect(Buffer.from(await new Response(xlsx.body).arrayBuffer()).toString("latin1", 0, 2)).toBe("PK");
});
