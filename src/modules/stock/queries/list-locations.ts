import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface LocationView {
  id: string;
  name: string;
  kind: "shop" | "warehouse";
  isDefault: boolean;
}

const MOST = 1_000;

/** Shops and warehouses of the tenant, the usual one first. */
export async function listLocations({ db }: { db: Pick<TenantTx, "rows"> }): Promise<LocationView[]> {
  return db.rows<LocationView>(sql`SELECT id, name, kind, is_default AS "isDefault" FROM location ORDER BY is_default DESC, name LIMIT ${MOST}`);
}
