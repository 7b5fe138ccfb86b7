import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { CustomField } from "../rules/custom-fields.ts";

/** The shop's own fields in the order of the form. */
export async function listCustomFields(db: Pick<TenantTx, "rows">): Promise<CustomField[]> {
  return db.rows<CustomField>(sql`SELECT id, name, kind, options FROM custom_field ORDER BY place, id LIMIT 100`);
}
