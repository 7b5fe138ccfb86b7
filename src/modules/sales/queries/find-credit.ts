import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";
import { readCreditCode } from "../rules/credit-code.ts";

export interface CreditView {
  code: string;
  balance: Decimal;
  issuedAt: string;
  /** Null: given to nobody in particular. */
  customerName: string | null;
}

/** The store credit of a code, as somebody types it; null when the tenant has none. */
export async function findCredit(db: TenantDb, typed: string): Promise<CreditView | null> {
  const [credit] = await db.rows<Omit<CreditView, "issuedAt"> & { issuedAt: Date }>(sql`
    SELECT s.code, s.balance, s.issued_at AS "issuedAt", CASE WHEN c.is_final_consumer THEN NULL ELSE c.name END AS "customerName"
      FROM store_credit s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id WHERE s.code = ${readCreditCode(typed)}`);
  return credit ? { ...credit, issuedAt: credit.issuedAt.toISOString() } : null;
}
