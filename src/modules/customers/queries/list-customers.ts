import { isUuid } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantDb, TenantTx } from "@/platform/db/tenant-client.ts";
import type { ListCustomersInput } from "../schema.ts";
import type { CustomerView } from "./customer-view.ts";

/** A page of customers by name, the anonymous buyer left out; `q` looks into names, with their accents or without, phones and documents. Refuses a foreign cursor. */
export async function listCustomers(ctx: Pick<Context, "db">, { q, limit, cursor }: ListCustomersInput): Promise<Result<{ items: CustomerView[]; nextCursor: string | null }>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (key === null || typeof key[0] !== "string" || !isUuid(key[1]))) return refuseField("cursor", "invalid");
  const text = q?.trim().toLowerCase() ?? "";
  const digits = text.replace(/[^0-9a-z]/g, "");
  const rows = await ctx.db.rows<CustomerView & { key: string }>(sql`
    SELECT c.id, c.name, c.phone, c.email, c.document_type AS "documentType", c.document, c.address, c.price_list_id AS "priceListId", c.credit_limit AS "creditLimit", c.notes, c.is_active AS "isActive", c.is_final_consumer AS "isFinalConsumer", c.version,
           (SELECT min(d.business_date)::text FROM (
              SELECT e.business_date, sum(e.amount) FILTER (WHERE e.amount > 0) OVER (ORDER BY e.at, e.id) + least(sum(e.amount) FILTER (WHERE e.amount < 0) OVER (), 0) AS owed
                FROM customer_entry e WHERE e.tenant_id = c.tenant_id AND e.customer_id = c.id) d WHERE d.owed > 0) AS "oldestDebt",
           coalesce((SELECT sum(e.amount) FROM customer_entry e WHERE e.tenant_id = c.tenant_id AND e.customer_id = c.id), 0)::numeric(14,2) AS balance, lower(c.name) AS key
      FROM customer c
     WHERE c.is_active AND NOT c.is_final_consumer
       AND (${text} = '' OR position(${text} IN lower(c.name)) > 0 OR (search_fold(${text}::text) <> '' AND position(search_fold(${text}::text) IN search_fold(c.name)) > 0) OR (${digits} <> '' AND (position(${digits} IN c.document) > 0 OR position(${digits} IN regexp_replace(c.phone, '\\D', '', 'g')) > 0)))
       AND (${key && String(key[0])}::text IS NULL OR (lower(c.name), c.id) > (${key && String(key[0])}::text, ${key && String(key[1])}::uuid))
     ORDER BY lower(c.name), c.id LIMIT ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return accept({ items: rows.slice(0, limit).map(({ key: _key, ...customer }) => customer), nextCursor: last && writeCursor([last.key, last.id]) });
}

/** One customer; null when the tenant has none of this id. */
export async function getCustomer(db: TenantDb | TenantTx, id: string): Promise<CustomerView | null> {
  const [row] = await db.rows<CustomerView>(sql`
    SELECT c.id, c.name, c.phone, c.email, c.document_type AS "documentType", c.document, c.address, c.price_list_id AS "priceListId", c.credit_limit AS "creditLimit", c.notes, c.is_active AS "isActive", c.is_final_consumer AS "isFinalConsumer", c.version,
           (SELECT min(d.business_date)::text FROM (
              SELECT e.business_date, sum(e.amount) FILTER (WHERE e.amount > 0) OVER (ORDER BY e.at, e.id) + least(sum(e.amount) FILTER (WHERE e.amount < 0) OVER (), 0) AS owed
                FROM customer_entry e WHERE e.tenant_id = c.tenant_id AND e.customer_id = c.id) d WHERE d.owed > 0) AS "oldestDebt",
           coalesce((SELECT sum(e.amount) FROM customer_entry e WHERE e.tenant_id = c.tenant_id AND e.customer_id = c.id), 0)::numeric(14,2) AS balance
      FROM customer c WHERE c.id = ${id}::uuid`);
  return row ?? null;
}
