import pg from "pg";
import { TENANT_MODELS } from "@/platform/db/models.ts";
import { readModels } from "./prisma-models.ts";

const EVERYTHING = readModels()
  .filter((model) => (TENANT_MODELS as readonly string[]).includes(model.name))
  .map(({ table }) => `SELECT '${table}' AS name, t::text AS row FROM "${table}" t WHERE tenant_id = $1`)
  .join(" UNION ALL ")
  .concat(" ORDER BY 1, 2");

/** One connection for a test's file and database, planned once: a look at every table costs ten times more to plan than to take. */
const looking = new Map<string, Promise<pg.Client>>();

async function open(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, options: "-c plan_cache_mode=force_generic_plan" });
  // A database of one's own is dropped under it at the end.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Every business row of a tenant as text, read as the owner in that tenant's transaction: equal before and after means untouched. One at a time. */
export async function snapshotTenant(ownerUrl: string, tenantId: string): Promise<string> {
  const client = await (looking.get(ownerUrl) ?? looking.set(ownerUrl, open(ownerUrl)).get(ownerUrl)!);
  await client.query("BEGIN");
  await client.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  const { rows } = await client.query<{ row: string }>({ name: "snapshot", text: EVERYTHING, values: [tenantId] });
  await client.query("COMMIT");
  return JSON.stringify(rows);
}
