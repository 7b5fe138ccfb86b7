import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { roleUrl } from "../../src/platform/role-url.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { migrate } from "./apply-migrations.ts";

export type TestDatabase = { ownerUrl: string; superUrl: string; appUrl: string; controlUrl: string; close: () => Promise<void> };

type Server = { ownerUrl: string; superUrl: string; close: () => Promise<void> };

/** A cluster of one's own in a temporary folder, without fsync unless asked. */
async function ownServer(durable: boolean): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-test-"));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, "postgres"), durable, password: randomBytes(16).toString("hex") });
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    if (!server.dataDir.startsWith(folder)) rmSync(dirname(server.dataDir), { recursive: true, force: true });
  };
  return { ownerUrl: server.ownerUrl, superUrl: server.superUrl, close: () => server.stop().then(remove) };
}

/** A database of one's own on the server that TEST_DATABASE_URL names; its user needs CREATEDB and CREATEROLE. */
async function borrowedServer(url: string): Promise<Server> {
  const name = `mostrador_test_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { ownerUrl: own.href, superUrl: own.href, close: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** A migrated, empty database for tests, benches and the end-to-end server. `durable` keeps fsync on (kill -9 tests). */
export async function openTestDatabase(secret: string, { durable = false, migrated = true } = {}): Promise<TestDatabase> {
  const given = process.env["TEST_DATABASE_URL"];
  const { ownerUrl, superUrl, close } = given ? await borrowedServer(given) : await ownServer(durable);
  try {
    if (migrated) await migrate(ownerUrl, { secret });
  } catch (error) {
    await close();
    throw error;
  }
  return { ownerUrl, superUrl, appUrl: roleUrl(ownerUrl, secret, "app_tenant"), controlUrl: roleUrl(ownerUrl, secret, "app_control"), close };
}
