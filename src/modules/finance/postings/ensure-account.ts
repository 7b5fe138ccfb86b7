import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** Opens an account that shops opened before it existed do not have. */
export async function ensureAccount(tx: TenantTx, code: string, kind: "asset" | "liability" | "equity" | "income" | "expense"): Promise<void> {
  await tx.execute(sql`INSERT INTO account (code, kind) VALUES (${code}, ${kind}) ON CONFLICT (tenant_id, code) DO NOTHING`);
}
