import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../../scripts/database/apply-migrations.ts";
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
  const secret = process.env["NEXTAUTH_SECRET"]!;
  await run(ownerUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, { secret });
  await run(url.href, "DO $$ DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relrowsecurity LOOP EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', t); END LOOP; END $$");
  return { ownerUrl: url.href, appUrl: roleUrl(url.href, secret, "app_tenant"), close: () => run(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
