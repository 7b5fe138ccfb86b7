import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface LocationView {
  id: string;
  name: string;
  kind: "shop" | "warehouse";
  isDefault: boolean;
  /** A closed one keeps its history and takes no new document. */
  isActive: boolean;
}

const MOST = 1_000;

/** Shops and warehouses of the tenant, the usual one first, closed ones last. */
export async function listLocations({ db }: { db: Pick<TenantTx, "rows"> }): Promise<LocationView[]> {
  return db.rows<LocationView>(sql`
    SELECT id, name, kind, is_default AS "isDefault", is_active AS "isActive" FROM location ORDER BY is_default DESC, is_active DESC, name LIMIT ${MOST}`);
}
