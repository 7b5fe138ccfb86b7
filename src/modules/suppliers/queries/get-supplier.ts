import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { SupplierView } from "./supplier-view.ts";

interface Row extends Omit<SupplierView, "createdAt" | "updatedAt"> {
  createdAt: Date;
  updatedAt: Date;
}

/** Suppliers by name, whose name holds `q` or whose tax id begins with its digits; `after` is the folded name and id of the last one seen. */
export async function loadSuppliers(db: Pick<Context["db"], "rows">, { q, archived, limit, after }: { q: string | null; archived: boolean; limit: number; after: readonly [string, string] | null }): Promise<(SupplierView & { key: string })[]> {
  const [key, id] = after ?? [null, null];
  const digits = (q ?? "").replace(/\D/g, "");
  const rows = await db.rows<Row & { key: string }>(sql`
    SELECT s.id, s.name, s.tax_id AS "taxId", s.currency, s.discounts, s.freight_percent AS "freightPercent", s.lead_days AS "leadDays", s.order_days AS "orderDays", s.min_order AS "minOrder",
           s.contacts, s.notes, s.is_active AS "isActive", (SELECT count(*)::int FROM supplier_product l WHERE l.supplier_id = s.id) AS "productCount",
           s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", search_fold(s.name) AS key
      FROM supplier s
     WHERE s.is_active <> ${archived} AND (${q}::text IS NULL OR strpos(search_fold(s.name), search_fold(${q}::text)) > 0 OR ${digits} <> '' AND starts_with(s.tax_id, ${digits}))
       AND (${key}::text IS NULL OR (search_fold(s.name), s.id) > (${key}::text, ${id}::uuid))
     ORDER BY search_fold(s.name), s.id LIMIT ${limit}`);
  return rows.map((row) => ({ ...viewOf(row), key: row.key }));
}

export async function getSupplier(db: Pick<Context["db"], "rows">, id: string): Promise<SupplierView | null> {
  const [row] = await db.rows<Row>(sql`
    SELECT s.id, s.name, s.tax_id AS "taxId", s.currency, s.discounts, s.freight_percent AS "freightPercent", s.lead_days AS "leadDays", s.order_days AS "orderDays", s.min_order AS "minOrder",
           s.contacts, s.notes, s.is_active AS "isActive", (SELECT count(*)::int FROM supplier_product l WHERE l.supplier_id = s.id) AS "productCount",
           s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt"
      FROM supplier s WHERE s.id = ${id}`);
  return row ? viewOf(row) : null;
}

function viewOf({ createdAt, updatedAt, ...row }: Row): SupplierView {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
