import type { Finding } from "@/kernel/finding.ts";
import { auditCustomers } from "@/modules/customers/queries/audit-customers.ts";
import { auditJournal } from "@/modules/finance/queries/audit-journal.ts";
import { auditPurchases } from "@/modules/purchases/queries/audit-purchases.ts";
import { auditReceipts } from "@/modules/purchases/queries/audit-receipts.ts";
import { auditReturns } from "@/modules/sales/queries/audit-returns.ts";
import { auditSales } from "@/modules/sales/queries/audit-sales.ts";
import { auditShifts } from "@/modules/sales/queries/audit-shifts.ts";
import { auditStock } from "@/modules/stock/queries/audit-stock.ts";
import type { TenantDb } from "@/platform/db/tenant-client.ts";

/** Every invariant of one tenant, recomputed from facts. Empty when the books are right. */
export async function auditTenant(db: TenantDb): Promise<Finding[]> {
  const findings = await Promise.all([auditStock(db), auditJournal(db), auditSales(db), auditReturns(db), auditPurchases(db), auditReceipts(db), auditShifts(db), auditCustomers(db)]);
  return findings.flat();
}
