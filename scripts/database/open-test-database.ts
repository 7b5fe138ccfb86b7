import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { roleUrl } from "../../src/platform/role-url.ts";
import { makeOwner } from "../postgres/make-owner.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { workingIn } from "../postgres/stop-leftover.ts";
import { migrate } from "./apply-migrations.ts";

type Server = {
  ownerUrl: string;
  superUrl: string;
  /** Ends every process of the server at once, as a power cut does, and starts it again where it was. Throws where the server is not ours. */
  crash: () => Promise<void>;
  close: () => Promise<void>;
};
export type TestDatabase = Server & { appUrl: string; controlUrl: string };

/** `durable` keeps fsync on; `settings` are the server's own (`name: value`). */
export type TestDatabaseOptions = { durable?: boolean; settings?: Record<string, string> };

/** A cluster of one's own in a temporary folder, without fsync unless asked. */
async function ownServer({ durable = false, settings = {} }: TestDatabaseOptions): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-test-"));
  chmodSync(folder, 0o755);
  const password = randomBytes(16).toString("hex");
  const start = (port = 0) => startPostgres({ dataDir: join(folder, "postgres"), port, durable, password, settings });
  let server = await start();
  const crash = async (): Promise<void> => {
    for (const pid of workingIn(server.dataDir) ?? [server.pid]) process.kill(pid, "SIGKILL");
    await server.ended;
    const { port } = server;
    server = await start(port);
    if (server.port !== port) throw new Error(`Port ${port} was taken while the database was down.`);
  };
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    if (!server.dataDir.startsWith(folder)) rmSync(dirname(server.dataDir), { recursive: true, force: true });
  };
  return { ownerUrl: server.ownerUrl, superUrl: server.superUrl, crash, close: () => server.stop().then(remove) };
}

/**
 * A database of one's own on the server that TEST_DATABASE_URL names. A superuser's URL proves everything: the database is then another role's,
 * which is none. Any other user needs CREATEDB and CREATEROLE, and what only a superuser can plant cannot be tested.
 */
async function borrowedServer(url: string): Promise<Server> {
  const name = `mostrador_test_${randomBytes(6).toString("hex")}`;
  const ask = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query<Record<string, unknown>>(sql).then(({ rows }) => rows).finally(() => client.end());
  };
  const own = new URL(url);
  own.pathname = `/${name}`;
  const [user] = await ask("SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user");
  if (user?.["super"] !== true) await ask(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const ownerUrl = user?.["super"] === true ? await makeOwner(url, { role: "mostrador_tester", database: name, password: decodeURIComponent(own.password) }) : own.href;
  const crash = (): Promise<void> => Promise.reject(new Error("A borrowed server is not ours to crash: unset TEST_DATABASE_URL."));
  return { ownerUrl, superUrl: own.href, crash, close: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).then(() => undefined) };
}

/** A migrated, empty database for tests, benches and the end-to-end server. */
export async function openTestDatabase(secret: string, { migrated = true, ...options }: TestDatabaseOptions & { migrated?: boolean } = {}): Promise<TestDatabase> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given ? await borrowedServer(given) : await ownServer(options);
  const { ownerUrl, close } = server;
  try {
    if (migrated) await migrate(ownerUrl, { secret });
  } catch (error) {
    await close();
    throw error;
  }
  return { ...server, appUrl: roleUrl(ownerUrl, secret, "app_tenant"), controlUrl: roleUrl(ownerUrl, secret, "app_control") };
}
