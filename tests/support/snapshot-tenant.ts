import pg from "pg";
import { TENANT_MODELS } from "@/platform/db/models.ts";
import { readModels } from "./prisma-models.ts";

const EVERYTHING = readModels()
  .filter((model) => (TENANT_MODELS as readonly string[]).includes(model.name))
  .map(({ table }) => `SELECT '${table}' AS name, t::text AS row FROM "${table}" t WHERE tenant_id = $1`)
  .join(" UNION ALL ")
  .concat(" ORDER BY 1, 2");

/** Every business row of a tenant as text, read as the owner in that tenant's transaction: equal before and after means untouched. */
export async function snapshotTenant(ownerUrl: string, tenantId: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  const { rows } = await client.query(EVERYTHING, [tenantId]);
  await client.end();
  return JSON.stringify(rows);
}
