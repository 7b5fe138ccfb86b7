import { databases } from "./databases.ts";
import { isUnavailable } from "./is-unavailable.ts";
import { sql } from "./sql.ts";

/** A tenant id that nobody has: asking for it exercises every wall and finds nothing. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Throws when the application's role is one that row-level security does not bind: its tables' owner, or a role with powers. */
export async function checkBoundRole(): Promise<void> {
  const [role] = await databases().tenants.forTenant(NOBODY).rows<{ bound: boolean }>(sql`
    SELECT NOT (rolsuper OR rolbypassrls OR rolcreaterole)
       AND NOT EXISTS (SELECT FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS bound
      FROM pg_roles r WHERE rolname = current_user`);
  if (!role?.bound) throw new Error("The application connects with a role that row-level security does not bind");
}

/** At the process's start. A database that cannot be reached yet is no reason to stop: readiness tells of it. */
export async function refuseUnboundRole(): Promise<void> {
  try {
    await checkBoundRole();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
}
