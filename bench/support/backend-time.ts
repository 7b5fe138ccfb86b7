import { existsSync, readFileSync } from "node:fs";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/**
 * A clock that runs only while the database works for `db`, whose pool must have one connection: what other programs take of the machine
 * does not count. Answers milliseconds; null where the system does not tell (it is Linux's /proc, of a server on this machine).
 */
export async function backendClock(db: TenantDb): Promise<(() => number) | null> {
  const [backend] = await db.rows<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
  const file = `/proc/${backend!.pid}/schedstat`;
  return existsSync(file) ? () => Number(readFileSync(file, "utf8").split(" ")[0]) / 1_000_000 : null;
}
