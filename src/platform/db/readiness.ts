import { describeError, log } from "../log.ts";
import { databases } from "./databases.ts";
import { sql } from "./sql.ts";

/** A tenant id that nobody has: looking for its rows exercises every wall and finds nothing. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Whether this process can serve. Reasons go to the log; callers get words without details. */
export async function readiness(): Promise<{ ready: boolean; checks: Record<string, "ok" | "failed"> }> {
  const checks = {
    tenantDatabase: await check("tenant", async () => {
      const [role] = await databases().tenants.forTenant(NOBODY).rows<{ powerless: boolean }>(sql`
        SELECT NOT (rolsuper OR rolbypassrls OR rolcreaterole) AS powerless FROM pg_roles WHERE rolname = current_user`);
      if (!role?.powerless) throw new Error("The application connects with a role that row-level security does not bind");
    }),
    controlDatabase: await check("control", async () => void (await databases().control.rows(sql`SELECT 1 FROM tenant LIMIT 1`))),
  };
  return { ready: Object.values(checks).every((state) => state === "ok"), checks };
}

async function check(name: string, probe: () => Promise<void>): Promise<"ok" | "failed"> {
  try {
    await probe();
    return "ok";
  } catch (error) {
    log("warn", "readiness_failed", { check: name, ...describeError(error) });
    return "failed";
  }
}
