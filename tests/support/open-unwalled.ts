import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { roleUrl } from "../../src/platform/role-url.ts";

/** The schema as migrated, with the fourth wall taken down: what the other walls hold back here, they hold back alone. */
export interface Unwalled {
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
}

/** A database of its own on the server of the run. Its owner reads and writes every tenant's rows. */
export async function openUnwalled(ownerUrl: string): Promise<Unwalled> {
  const name = `mostrador_unwalled_${randomBytes(5).toString("hex")}`;
  await run(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${inject("pristine")}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  // A copy has everything but the rights on the database itself.
  await run(url.href, `REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await run(url.href, "DO $$ DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relrowsecurity LOOP EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', t); END LOOP; END $$");
  return { ownerUrl: url.href, appUrl: roleUrl(url.href, process.env["NEXTAUTH_SECRET"]!, "app_tenant"), close: () => run(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
