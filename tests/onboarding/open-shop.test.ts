import { afterEach, expect, it, vi } from "vitest";
import pg from "pg";
import { inject } from "vitest";
import { newId } from "@/kernel/id.ts";
import es from "@/messages/es-AR/onboarding.json" with { type: "json" };
import { listShops } from "@/modules/identity/queries/list-shops.ts";
import { openShop as open, type OpenShopInput } from "@/modules/onboarding/commands/open-shop.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { newAddress, newEmail, openShop, PASSWORD, visitor } from "../support/open-shop.ts";

afterEach(() => vi.restoreAllMocks());

function formOf(given: Partial<OpenShopInput> = {}): OpenShopInput {
  return { email: newEmail(), password: PASSWORD, name: "Marta", tenantName: "El Tornillo", acceptTerms: true, ...given };
}

const submit = (form: OpenShopInput) => open(form, visitor({ address: newAddress() }), es.defaults);

it("A1 opens a shop that can sell at once", async () => {
  const shop = await openShop({ tenantName: "Ferretería  Ñandú", name: "Marta Quiroga" });
  const { db } = shop.ctx;
  expect(shop.membership).toMatchObject({ role: "OWNER", tenantName: "Ferretería  Ñandú", userName: "Marta Quiroga", locale: "es-AR" });
  expect(shop.slug).toMatch(/^ferreteria-nandu(-\d+)?$/);
  expect(await db.rows(sql`SELECT slug, currency, negative_stock FROM shop`)).toEqual([{ slug: shop.slug, currency: "ARS", negative_stock: "warn" }]);
  expect(await db.rows(sql`SELECT id, user_id, name, active FROM member`)).toEqual([{ id: shop.membership.id, user_id: shop.membership.userId, name: "Marta Quiroga", active: true }]);
  expect(await db.rows(sql`SELECT l.name AS location, l.kind, l.is_default, r.name AS register FROM location l JOIN register r ON r.location_id = l.id`)).toEqual([
    { location: "Principal", kind: "shop", is_default: true, register: "Caja 1" },
  ]);
  expect(await db.rows(sql`SELECT rate, is_default FROM tax_rate ORDER BY rate`)).toEqual([
    { rate: "0.00", is_default: false },
    { rate: "10.50", is_default: false },
    { rate: "21.00", is_default: true },
    { rate: "27.00", is_default: false },
  ]);
  expect(await db.rows(sql`SELECT series, value FROM counter`)).toEqual([{ series: "sale", value: "0" }]);
  expect(await db.rows(sql`SELECT name FROM customer WHERE is_final_consumer`)).toEqual([{ name: "Consumidor final" }]);
  expect(await db.rows(sql`SELECT action, member_id FROM audit_entry`)).toEqual([{ action: "shop.open", member_id: shop.membership.id }]);
  expect((await db.rows(sql`SELECT code FROM account`)).length).toBe(18);
  expect(await db.rows(sql`SELECT 1 FROM product`)).toEqual([]);
  const { control } = databases();
  expect(await control.rows(sql`SELECT document, version FROM user_agreement WHERE user_id = ${shop.membership.userId}`)).toEqual([{ document: "terms", version: "2026-11" }]);
});

it("A1 C13 a fault at any statement leaves nothing behind", async () => {
  const { control } = databases();
  const transaction = control.transaction.bind(control);
  let failAt = Number.POSITIVE_INFINITY;
  let sent = 0;
  vi.spyOn(control, "transaction").mockImplementation(<T>(work: (tx: ControlTx) => Promise<T>) => {
    sent = 0;
    const step = () => {
      sent += 1;
      if (sent === failAt) throw new Error(`fault ${failAt}`);
    };
    return transaction((tx) =>
      work({
        rows: async <R extends object>(statement: Parameters<ControlTx["rows"]>[0]) => (step(), tx.rows<R>(statement)),
        execute: async (statement) => (step(), tx.execute(statement)),
        enterTenant: async (tenantId) => (step(), tx.enterTenant(tenantId)),
      }),
    );
  });
  await submit(formOf());
  const steps = sent;
  expect(steps).toBeGreaterThan(12);

  const name = `Falla ${newId()}`;
  const emails: string[] = [];
  for (failAt = 1; failAt <= steps; failAt += 1) {
    const form = formOf({ tenantName: name });
    emails.push(form.email);
    await expect(submit(form)).rejects.toThrow(`fault ${failAt}`);
  }
  failAt = Number.POSITIVE_INFINITY;
  expect(await control.rows(sql`SELECT id FROM "user" WHERE email = ANY(${emails})`)).toEqual([]);
  expect(await control.rows(sql`SELECT id FROM tenant WHERE name = ${name}`)).toEqual([]);
  expect(await leftovers(name)).toEqual({ shops: 0, orphans: 0 });
  // The same person may try again.
  expect((await submit(formOf({ email: emails[0]!, tenantName: name }))).ok).toBe(true);
});

/** As superuser, whom no policy stops: rows of the failed shop, and business rows whose tenant does not exist. */
async function leftovers(name: string): Promise<{ shops: number; orphans: number }> {
  const client = new pg.Client({ connectionString: inject("superUrl") });
  await client.connect();
  try {
    const { rows } = await client.query<{ shops: string; orphans: string }>(
      `SELECT (SELECT count(*) FROM shop WHERE name = $1) AS shops,
              (SELECT count(*) FROM (SELECT tenant_id FROM member UNION ALL SELECT tenant_id FROM location UNION ALL SELECT tenant_id FROM register
                 UNION ALL SELECT tenant_id FROM tax_rate UNION ALL SELECT tenant_id FROM counter UNION ALL SELECT tenant_id FROM account
                 UNION ALL SELECT tenant_id FROM customer UNION ALL SELECT tenant_id FROM audit_entry WHERE action = 'shop.open') AS planted
               WHERE tenant_id NOT IN (SELECT tenant_id FROM shop)) AS orphans`,
      [name],
    );
    return { shops: Number(rows[0]!.shops), orphans: Number(rows[0]!.orphans) };
  } finally {
    await client.end();
  }
}

it("A1 a form sent twice at once is one shop", async () => {
  const form = formOf({ id: newId() });
  const results = await Promise.all(Array.from({ length: 4 }, () => submit(form)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(new Set(results.map((result) => (result.ok ? result.value.membership.tenantId : null))).size).toBe(1);
  expect(await listShops(form.id!)).toHaveLength(1);
});

it("A1 the id of a form proves nothing: another password or address is refused", async () => {
  const form = formOf({ id: newId() });
  await submit(form);
  expect(await submit({ ...form, password: "otra frase bastante larga" })).toMatchObject({ ok: false, code: "email_taken" });
  expect(await submit({ ...form, email: newEmail() })).toMatchObject({ ok: false, code: "email_taken" });
});

it("C12 two parallel registrations of one address make one user", async () => {
  const email = newEmail();
  const results = await Promise.all([1, 2, 3].map((n) => submit(formOf({ email, tenantName: `Sucursal ${n}` }))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.code === "email_taken")).toHaveLength(2);
  const users = await databases().control.rows<{ id: string }>(sql`SELECT id FROM "user" WHERE email = ${email}`);
  expect(users).toHaveLength(1);
  expect(await listShops(users[0]!.id)).toHaveLength(1);
});

it("C14 shops of one name opened at once get slugs of their own", async () => {
  const tenantName = `Kiosco ${newId().slice(-8)}`;
  const results = await Promise.all(Array.from({ length: 12 }, () => submit(formOf({ tenantName }))));
  const slugs = results.map((result) => (result.ok ? result.value.membership.tenantSlug : result.code));
  const base = tenantName.toLowerCase().replace(" ", "-");
  expect(slugs.sort()).toEqual([base, ...Array.from({ length: 11 }, (_, i) => `${base}-${i + 2}`)].sort());
});

it("refuses without the terms, and passwords that anybody would guess (C9)", async () => {
  expect(await submit(formOf({ acceptTerms: false }))).toMatchObject({ ok: false, fields: [{ path: "acceptTerms", code: "terms_required" }] });
  expect(await submit(formOf({ password: "corta" }))).toMatchObject({ fields: [{ path: "password", code: "password_short", params: { min: 12 } }] });
  expect(await submit(formOf({ password: "password123456" }))).toMatchObject({ fields: [{ path: "password", code: "password_common" }] });
  expect(await submit(formOf({ password: "vivo en el tornillo" }))).toMatchObject({ fields: [{ path: "password", code: "password_personal" }] });
});

it("one address cannot open shops without end", async () => {
  const who = visitor({ address: newAddress(), now: new Date("2026-11-21T15:00:10Z") });
  const results = [];
  for (let i = 0; i < 11; i += 1) results.push(await open(formOf(), who, es.defaults));
  expect(results.filter(({ ok }) => ok)).toHaveLength(10);
  expect(results.at(-1)).toEqual({ ok: false, code: "rate_limited", params: { seconds: 50 } });
});

it("A1 I5 the same call of the API under one Idempotency-Key is one shop, for as long as its tokens live; another content is refused", async () => {
  const form = formOf({ key: "k-1" });
  const both = await Promise.all([submit(form), submit(form)]);
  expect(both).toMatchObject([{ ok: true }, { ok: true }]);
  const again = await submit(form);
  expect(again).toEqual(both[0]!.ok && both[0]);
  expect(await submit({ ...form, name: "Otra" })).toMatchObject({ code: "idempotency_mismatch" });
  expect(await submit({ ...form, password: "otra que también es larga" })).toMatchObject({ code: "idempotency_mismatch" });
  for (const other of [{ ...form, key: "k-2" }, { ...form, key: undefined }]) expect(await submit(other)).toMatchObject({ code: "email_taken" });
  const later = { ...visitor({ address: newAddress() }), now: new Date(Date.now() + 16 * 60_000) };
  expect(await open(form, later, es.defaults)).toMatchObject({ code: "email_taken" });
});
