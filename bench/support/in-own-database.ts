import { randomBytes } from "node:crypto";
import { databases } from "@/platform/db/databases.ts";
import { openTestDatabase, type TestDatabase } from "../../scripts/database/open-test-database.ts";
import { joinDatabase } from "./bench-shops.ts";

/** Runs a bench in a database of its own, over one connection, whose backend's clock can be read; a goal that was missed is the process's exit code. */
export async function inOwnDatabase(measure: (database: TestDatabase) => Promise<boolean>): Promise<void> {
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), JWT_SECRET: randomBytes(32).toString("hex") };
  const database = await openTestDatabase(secrets.NEXTAUTH_SECRET);
  joinDatabase(database, secrets);
  process.env["DB_POOL_MAX"] = "1";
  try {
    process.exitCode = (await measure(database)) ? 0 : 1;
  } finally {
    await Promise.all([databases().tenants.close(), databases().control.close()]);
    await database.close();
  }
}
