import { describeError, log } from "../log.ts";
import { databases } from "./databases.ts";
import { checkBoundRole } from "./refuse-unbound-role.ts";
import { sql } from "./sql.ts";

/** Whether this process can serve. Reasons go to the log; callers get words without details. */
export async function readiness(): Promise<{ ready: boolean; checks: Record<string, "ok" | "failed"> }> {
  const checks = {
    tenantDatabase: await check("tenant", checkBoundRole),
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
