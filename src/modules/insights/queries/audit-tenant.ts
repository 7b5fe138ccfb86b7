import type { Finding } from "@/kernel/finding.ts";
import { auditCustomers } from "@/modules/customers/queries/audit-customers.ts";
import { auditJournal } from "@/modules/finance/queries/audit-journal.ts";
import { auditPurchases } from "@/modules/purchases/queries/audit-purchases.ts";
import { auditReceipts } from "@/modules/purchases/queries/audit-receipts.ts";
import { auditReturns } from "@/modules/sales/queries/audit-returns.ts";
import { auditSales } from "@/modules/sales/queries/audit-sales.ts";
import { auditShifts } from "@/modules/sales/queries/audit-shifts.ts";
import { auditStock } from "@/modules/stock/queries/audit-stock.ts";
import { planAnew, sql, type Sql } from "@/platform/db/sql.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

const AUDITS = [auditStock, auditJournal, auditSales, auditReturns, auditPurchases, auditReceipts, auditCustomers];

/** Every invariant of one tenant, recomputed from facts. Empty when the books are right. */
export async function auditTenant(db: TenantDb): Promise<Finding[]> {
  // Of reports there are few, and each is held against its own documents.
  const findings = await auditShifts(db);
  for (const audit of AUDITS) findings.push(...(await audit({ rows: (statement) => readWhole(db, statement) })));
  return findings;
}

/** Planned for passes over whole tables: what is right for one sale takes minutes for all of them. */
function readWhole<T extends object>(db: TenantDb, statement: Sql): Promise<T[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT join_by_passes()`);
    return tx.rows<T>(planAnew(statement));
  });
}
