import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { takeMonthlyTurn } from "@/jobs/take-monthly-turn.ts";
import { newId } from "@/kernel/id.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { auditQuery, settingsBody, settingsForm } from "@/modules/tenancy/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { asRole, probe, type RoleSession } from "../support/as-role.ts";
import { failureOf } from "../support/failure-of.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";

let app: RoleSession;
let owner: RoleSession;
beforeAll(async () => {
  [app, owner] = await Promise.all([asRole(inject("appUrl")), asRole(inject("superUrl"))]);
});
afterAll(() => Promise.all([app.close(), owner.close()]));

const monthsAgo = (months: number) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - months, 15, 12));
const nextMonth = () => new Date(Date.now() + 40 * 86_400_000);
const trail = async (shop: TestShop) => (await listAudit(shop.ctx, auditQuery.parse({ limit: "100" }))).items;

/** A shop that has been changing its settings for eleven years. */
async function oldShop(): Promise<TestShop> {
  const shop = await openShop();
  for (const months of [132, 125, 119, 61, 59, 25, 13, 11]) await changeSettings(shop.contextAt(monthsAgo(months)), { negativeStock: months % 2 === 0 ? "allow" : "refuse" });
  return shop;
}

it("R1 what is older than the shop's setting goes at the turn of the month, once, and the log says how much", async () => {
  const [shop, other] = [await oldShop(), await oldShop()];
  const before = await trail(shop);
  expect(await takeMonthlyTurn(new Date(), shop.tenantId)).toBe(true);
  const after = await trail(shop);
  expect(after.filter(({ action }) => action === "settings.change")).toHaveLength(6);
  const [said] = after.filter(({ action }) => action === "shop.forget_old");
  expect(said).toMatchObject({ memberId: null, agent: "job", detail: { gone: 2, until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
  expect(after.filter(({ action }) => action !== "shop.forget_old")).toEqual(before.filter(({ at }) => at > monthsAgo(120).toISOString()));
  // One shop's turn is once a month, and nobody else's.
  expect(await takeMonthlyTurn(new Date(), shop.tenantId)).toBe(false);
  expect((await trail(other)).filter(({ action }) => action === "settings.change")).toHaveLength(8);
  // Nothing old: nothing to say.
  expect(await takeMonthlyTurn(nextMonth(), shop.tenantId)).toBe(true);
  expect((await trail(shop)).filter(({ action }) => action === "shop.forget_old")).toHaveLength(1);
});

it("R1 a shorter setting holds from the next month on; for ever keeps all", async () => {
  const [short, forever] = [await oldShop(), await oldShop()];
  await changeSettings(short.ctx, { auditMonths: 24 });
  await changeSettings(forever.ctx, { auditMonths: null });
  await takeMonthlyTurn(nextMonth(), short.tenantId);
  await takeMonthlyTurn(nextMonth(), forever.tenantId);
  expect((await trail(short)).filter(({ at }) => at < monthsAgo(24).toISOString())).toEqual([]);
  expect((await trail(short)).filter(({ action }) => action === "settings.change")).toHaveLength(3);
  expect((await trail(forever)).filter(({ action }) => action === "settings.change")).toHaveLength(9);
});

it("R1 thousands of old entries go lot by lot", async () => {
  const shop = await openShop();
  await probeAndKeep(shop.tenantId, `INSERT INTO audit_entry (id, at, action, entity, detail) SELECT gen_random_uuid(), now() - interval '11 years', 'product.update', 'product', '{}' FROM generate_series(1, 7000)`);
  await takeMonthlyTurn(new Date(), shop.tenantId);
  const said = (await trail(shop)).filter(({ action }) => action === "shop.forget_old");
  expect(said.map(({ detail }) => detail["gone"]).sort()).toEqual([2000, 5000]);
});

async function probeAndKeep(tenantId: string, text: string): Promise<void> {
  await app.query("BEGIN");
  await app.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  await app.query(text);
  await app.query("COMMIT");
}

it("L4 nobody chooses what goes: the last year stays whatever is asked, and an entry cannot be told what to cut", async () => {
  const shop = await oldShop();
  const said = await failureOf(() => probe(app, shop.tenantId, () => app.query("UPDATE shop SET audit_months = 1")));
  expect(said?.code).toBe("23514");
  await changeSettings(shop.ctx, { auditMonths: 12 });
  await shop.ctx.db.execute(sql`INSERT INTO audit_entry (id, at, action, entity, detail) VALUES (${newId()}, now() + interval '5 years', 'shop.forget_old', 'shop', '{"until":"2099-01-01"}')`);
  expect((await trail(shop)).filter(({ action }) => action === "settings.change").map(({ at }) => at > monthsAgo(12).toISOString())).toEqual([true, true]);
  const other = await oldShop();
  const forged = await failureOf(() => probe(app, shop.tenantId, () => app.query(`INSERT INTO audit_entry (tenant_id, id, action, entity, detail) VALUES ('${other.tenantId}', gen_random_uuid(), 'shop.forget_old', 'shop', '{}')`)));
  expect(forged?.code).toBe("42501");
  expect((await trail(other)).filter(({ action }) => action === "settings.change")).toHaveLength(8);
});

it("the setting takes its own figures only, in body and form", () => {
  for (const auditMonths of [12, 120, null]) expect(settingsBody.safeParse({ auditMonths }).success).toBe(true);
  for (const auditMonths of [0, 1, 11, 13, "12", -12, 1e9]) expect(settingsBody.safeParse({ auditMonths }).success, String(auditMonths)).toBe(false);
  const rest = { name: "Almacén", locale: "es-AR", currency: "ARS", timeZone: "America/Montevideo", negativeStock: "warn" };
  expect(settingsForm.parse({ ...rest, auditMonths: "0" }).auditMonths).toBeNull();
  expect(settingsForm.parse({ ...rest, auditMonths: "24" }).auditMonths).toBe(24);
  expect(settingsForm.safeParse({ ...rest, auditMonths: "" }).success).toBe(false);
});

it("R1 the log is ready for monthly parts: its key holds the month, the walls hold over the parts, and no part is a way around them", async () => {
  const [one, two] = [await oldShop(), await openShop()];
  const idAt = (at: Date) => newId(at.getTime()).replace(/-.*$/, "-0000-7000-8000-000000000000");
  const [from, to] = [idAt(monthsAgo(0)), idAt(monthsAgo(-1))];
  await owner.query("BEGIN");
  try {
    // Copies of the table, so that nobody waits: what stands now becomes the first part, and each month its own.
    await owner.query("CREATE TABLE log_past (LIKE audit_entry INCLUDING ALL)");
    await owner.query("CREATE TABLE log (LIKE audit_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (tenant_id, id)) PARTITION BY RANGE (id)");
    await owner.query(`ALTER TABLE log ATTACH PARTITION log_past FOR VALUES FROM (MINVALUE) TO ('${from}')`);
    await owner.query(`CREATE TABLE log_month PARTITION OF log FOR VALUES FROM ('${from}') TO ('${to}')`);
    await owner.query("CALL wall('log', 'SELECT, INSERT')");
    await owner.query("INSERT INTO log SELECT * FROM audit_entry WHERE tenant_id = ANY ($1)", [[one.tenantId, two.tenantId]]);
    await owner.query("SET LOCAL ROLE app_tenant");
    await owner.query(`SET LOCAL app.tenant_id = '${one.tenantId}'`);
    const [mine] = await owner.query<{ all: number; foreign: number }>(`SELECT count(*)::int AS all, count(*) FILTER (WHERE tenant_id <> '${one.tenantId}')::int AS foreign FROM log`);
    expect(mine).toEqual({ all: 9, foreign: 0 });
    for (const part of ["log_past", "log_month"]) {
      await owner.query("SAVEPOINT here");
      expect((await failureOf(() => owner.query(`SELECT FROM ${part}`)))?.code).toBe("42501");
      await owner.query("ROLLBACK TO here");
    }
  } finally {
    await owner.query("ROLLBACK");
  }
});
