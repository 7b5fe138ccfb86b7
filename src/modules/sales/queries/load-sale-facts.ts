import type { Decimal } from "@/kernel/decimal.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { MethodAmount } from "../rules/share-refund.ts";

/** What undoing a sale, or a part of it, needs to know of it. */
export interface SaleMoney {
  number: number;
  /** The shift that it was sold in, and whether it is still open. */
  shiftId: string | null;
  shiftIsOpen: boolean;
  /** The shift that is open at the register whose drawer gives money back. */
  openShiftId: string | null;
  /** Whether the register that was named is one; true when none was. */
  isRegisterKnown: boolean;
  locationId: string;
  locationName: string;
  locationIsOpen: boolean;
  customerId: string;
  businessDate: string;
  total: Decimal;
  change: Decimal;
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  payments: MethodAmount[];
  /** What returns gave back by the methods that paid. */
  given: MethodAmount[];
}

/** Null: the tenant has no such sale. Read under its lock. */
export async function loadSaleFacts(tx: TenantTx, saleId: string, memberId: string, registerId: string | null = null): Promise<SaleMoney | null> {
  const [[sale], payments, given] = await burst([
    tx.rows<Omit<SaleMoney, "number" | "payments" | "given"> & { number: string }>(sql`
      SELECT s.number, s.location_id AS "locationId", l.name AS "locationName", location_is_open_to(l.id, ${memberId}::uuid) AS "locationIsOpen", s.customer_id AS "customerId",
             s.business_date::text AS "businessDate", s.shift_id AS "shiftId", coalesce((SELECT t.closed_at IS NULL FROM till_shift t WHERE t.tenant_id = s.tenant_id AND t.id = s.shift_id), false) AS "shiftIsOpen",
             (SELECT t.id FROM till_shift t WHERE t.tenant_id = s.tenant_id AND t.closed_at IS NULL
                 AND t.register_id = coalesce(${registerId}::uuid, (SELECT r.id FROM register r WHERE r.tenant_id = s.tenant_id AND r.location_id = s.location_id AND r.is_active ORDER BY r.id LIMIT 1))) AS "openShiftId",
             ${registerId}::uuid IS NULL OR EXISTS (SELECT FROM register r WHERE r.id = ${registerId}::uuid) AS "isRegisterKnown", s.total, s.change, h.time_zone AS "timeZone", h.negative_stock AS "negativeStock"
        FROM sale s JOIN location l ON l.tenant_id = s.tenant_id AND l.id = s.location_id JOIN shop h ON h.tenant_id = s.tenant_id WHERE s.id = ${saleId}::uuid`),
    tx.rows<MethodAmount>(sql`SELECT method, amount FROM sale_payment WHERE sale_id = ${saleId}::uuid ORDER BY id`),
    tx.rows<MethodAmount>(sql`
      SELECT f.method, sum(f.amount)::numeric(14,2) AS amount FROM sale_return r JOIN sale_refund f ON f.tenant_id = r.tenant_id AND f.return_id = r.id
       WHERE r.sale_id = ${saleId}::uuid AND r.refund = 'original' GROUP BY f.method`),
  ]);
  return sale ? { ...sale, number: Number(sale.number), payments, given } : null;
}
