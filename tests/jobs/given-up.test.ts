import { expect, test } from "vitest";
import { claimJob, type ClaimedJob } from "@/jobs/claim-job.ts";
import { runJob } from "@/jobs/run-job.ts";
import { newId } from "@/kernel/id.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";
import { changeMember } from "@/modules/team/commands/change-member.ts";
import { deactivateMember } from "@/modules/team/commands/deactivate-member.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { must, review } from "../imports/import-list.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";

const LIST = "Código;Nombre;Precio\nJ-1;Uno;1\nJ-2;Dos;2";
const MOST_TRIES = 5;

/** A shop whose bookkeeper had a list applied: its job waits, in the bookkeeper's name. */
async function waiting() {
  const shop = await openShop();
  const admin = await shop.ctxOf("ADMIN");
  const { id } = await review(admin, LIST);
  must(await applyImport(admin, id));
  const { control } = databases();
  return {
    ...shop, id, control, admin,
    names: async () => (await shop.ctx.db.rows<{ name: string }>(sql`SELECT name FROM product ORDER BY name`)).map(({ name }) => name),
    jobs: async () => (await shop.ctx.db.rows(sql`SELECT FROM job`)).length,
  };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;

const LEFT: readonly [string, (shop: Waiting) => Promise<unknown>][] = [
  ["whose member was removed", async ({ ctx, admin }) => must(await deactivateMember(ctx, admin.member.id))],
  ["whose member's account was closed", async ({ control, admin }) => void (await control.execute(sql`UPDATE "user" SET disabled_at = now() WHERE id = ${admin.member.userId}`))],
];

test.for(LEFT)("A28 a job %s is not done, and holds up nobody: another member goes on with it", async ([, leave]) => {
  const shop = await waiting();
  await leave(shop);
  await doJobs(shop.tenantId);
  expect([await shop.names(), await shop.jobs()]).toEqual([[], 0]);
  expect(must(await getImport(shop.ctx, shop.id))).toMatchObject({ status: "failed", failure: "import_interrupted", task: null });
  expect(await listImports(shop.ctx, 5)).toMatchObject([{ id: shop.id, status: "failed" }]);
  const other = await review(shop.ctx, "Código;Nombre;Precio\nJ-3;Tres;3");
  expect(must(await applyImport(shop.ctx, other.id))).toMatchObject({ status: "applying" });
  await doJobs(shop.tenantId);
  expect(must(await applyImport(shop.ctx, shop.id))).toMatchObject({ status: "applying" });
  await doJobs(shop.tenantId);
  expect(await shop.names()).toEqual(["Dos", "Tres", "Uno"]);
});

test("A28 a job of a suspended shop is not done, not even by a worker that had claimed it", async () => {
  const shop = await waiting();
  const claimed = (await claimJob({ tenantIds: [shop.tenantId] }))!;
  await shop.control.execute(sql`UPDATE tenant SET state = 'suspended' WHERE id = ${shop.tenantId}`);
  await runJob(claimed);
  expect([await shop.names(), await shop.jobs()]).toEqual([[], 0]);
  await shop.control.execute(sql`UPDATE tenant SET state = 'active' WHERE id = ${shop.tenantId}`);
  expect(must(await applyImport(shop.ctx, shop.id))).toMatchObject({ status: "applying" });
  await doJobs(shop.tenantId);
  expect(await shop.names()).toEqual(["Dos", "Uno"]);
});

test("A28 a job whose member may not import any more is given up, and its document says so", async () => {
  const shop = await waiting();
  must(await changeMember(shop.ctx, shop.admin.member.id, { role: "STAFF", permissionSet: "seller" }));
  await doJobs(shop.tenantId);
  expect([await shop.names(), await shop.jobs()]).toEqual([[], 0]);
  expect(must(await getImport(shop.ctx, shop.id))).toMatchObject({ status: "failed", failure: "import_interrupted" });
});

test("A27 a job cannot be left without a tenant, nor in another one's name", async () => {
  const shop = await waiting();
  const other = await openShop();
  const post = (tenantId: string | null) => shop.ctx.db.execute(sql`INSERT INTO job (tenant_id, id, kind, user_id) VALUES (${tenantId}, ${newId()}, 'import.apply', ${shop.ctx.member.userId})`);
  await expect(post(null)).rejects.toThrow(/row-level security|null value/);
  await expect(post(other.tenantId)).rejects.toThrow(/row-level security/);
  // And one that claims a tenant of which its member is none, as a queue that was written to by hand would hold it.
  await other.ctx.db.execute(sql`INSERT INTO job (id, kind, user_id) VALUES (${shop.id}, 'import.apply', ${shop.ctx.member.userId})`);
  await doJobs(other.tenantId);
  expect([await other.ctx.db.rows(sql`SELECT FROM job`), await shop.names()]).toEqual([[], []]);
});

test("A27 a job of no known kind is thrown away, others go on", async () => {
  const shop = await waiting();
  await shop.ctx.db.execute(sql`INSERT INTO job (id, kind, user_id, run_after) VALUES (${newId()}, 'import.unheard_of', ${shop.ctx.member.userId}, now() - interval '1 hour')`);
  await doJobs(shop.tenantId);
  expect([await shop.names(), await shop.jobs()]).toEqual([["Dos", "Uno"], 0]);
});

test("A27 dead letter: a job that fails every time is tried five times, then its document says so and can be started again", async () => {
  const shop = await waiting();
  await shop.ctx.db.execute(sql`UPDATE import_row SET values = values || '{"salePrice": "not a price"}'`);
  const tries: number[] = [];
  for (let job = await claimNow(shop); job !== null; job = await claimNow(shop)) {
    tries.push(job.tries);
    await runJob(job);
  }
  expect(tries).toEqual(Array.from({ length: MOST_TRIES + 1 }, (_, i) => i + 1));
  expect([await shop.names(), await shop.jobs()]).toEqual([[], 0]);
  expect(must(await getImport(shop.ctx, shop.id))).toMatchObject({ status: "failed", failure: "import_interrupted" });
  await shop.ctx.db.execute(sql`UPDATE import_row SET values = values || '{"salePrice": "7"}'`);
  must(await applyImport(shop.ctx, shop.id));
  await doJobs(shop.tenantId);
  expect(await shop.names()).toEqual(["Dos", "Uno"]);
});

/** Without the wait between two tries. */
async function claimNow({ ctx, tenantId }: Waiting): Promise<ClaimedJob | null> {
  // Rounded up to the column's milliseconds it would not be due yet.
  await ctx.db.execute(sql`UPDATE job SET run_after = date_trunc('milliseconds', now())`);
  return claimJob({ tenantIds: [tenantId] });
}
