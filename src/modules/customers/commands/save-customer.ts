import { compare } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { CustomerView } from "../queries/customer-view.ts";
import { getCustomer } from "../queries/list-customers.ts";
import type { CustomerChange, CustomerForm } from "../schema.ts";

/** Makes a customer (`id` null) or changes one; absent fields stay. Refused when somebody changed it since the `version` that was seen. */
export async function saveCustomer(ctx: Context, id: string | null, { version, ...change }: CustomerChange, newCustomerId?: string): Promise<Result<CustomerView>> {
  return ctx.transact(async (tx) => {
    const [locked] = id === null ? [] : await tx.rows<{ version: number; isFinalConsumer: boolean }>(sql`SELECT version, is_final_consumer AS "isFinalConsumer" FROM customer WHERE id = ${id}::uuid FOR NO KEY UPDATE`);
    if (id !== null && !locked) return refuse("not_found");
    if (locked?.isFinalConsumer) return refuse("customer_required");
    if (locked && version !== undefined && version !== locked.version) return refuse("version_changed");
    const before = id === null ? null : await getCustomer(tx, id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const after: Kept = { ...EMPTY, ...before, ...given, id: id ?? newCustomerId ?? newId(ctx.now.getTime()) };
    // Whoever may not sell on account does not say how much others may owe.
    if (!ctx.permissions.has("credit.grant") && !isSameLimit(before?.creditLimit ?? null, after.creditLimit)) return refuseField("creditLimit", "forbidden");
    // A cheaper list is a discount on all that they buy.
    if (!ctx.permissions.has("price.override") && (before?.priceListId ?? null) !== after.priceListId) return refuseField("priceListId", "forbidden");
    after.document = after.document ? after.document.toUpperCase().replace(/[^0-9A-Z]/g, "") || null : null;
    after.documentType = after.document === null ? null : (after.documentType ?? "other");
    await write(tx, ctx, after, before !== null).catch((error: unknown) => {
      const refusal = refuseKnown(error);
      throw refusal ? new RefusedError(refusal) : error;
    });
    await recordAudit(tx, ctx, { action: before ? "customer.update" : "customer.create", entity: "customer", entityId: after.id, detail: { before, after: change } });
    return accept((await getCustomer(tx, after.id))!);
  });
}

/** The same from the form of a page, which sends every field. */
export function saveCustomerForm(ctx: Context, { id, version, ...fields }: CustomerForm): Promise<Result<CustomerView>> {
  const change = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value === "" || value === undefined ? null : value])) as Omit<CustomerForm, "id" | "version">;
  return version === null ? saveCustomer(ctx, null, change, id) : saveCustomer(ctx, id, { ...change, version });
}

type Kept = Pick<CustomerView, "id" | "name" | "phone" | "email" | "documentType" | "document" | "address" | "priceListId" | "creditLimit" | "notes" | "isActive">;

const EMPTY = { name: "", phone: null, email: null, documentType: null, document: null, address: null, priceListId: null, creditLimit: null, notes: null, isActive: true };

function isSameLimit(before: string | null, after: string | null): boolean {
  return before === null || after === null ? before === after : compare(before, after) === 0;
}

function refuseKnown(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (constraint === "customer_document") return refuseField("document", "document_taken");
  if (constraint === "customer_tenant_id_price_list_id_fkey") return refuseField("priceListId", "not_found");
  return code === "23505" && constraint === "customer_pkey" ? refuseField("id", "conflict") : null;
}

async function write(tx: TenantTx, ctx: Context, c: Kept, exists: boolean): Promise<void> {
  await tx.execute(exists
    ? sql`UPDATE customer SET name = ${c.name}, phone = ${c.phone}, email = ${c.email}, document_type = ${c.documentType}, document = ${c.document}, address = ${c.address}, price_list_id = ${c.priceListId}::uuid, credit_limit = ${c.creditLimit}::numeric,
                 notes = ${c.notes}, is_active = ${c.isActive}, version = version + 1 WHERE id = ${c.id}::uuid`
    : sql`INSERT INTO customer (id, name, phone, email, document_type, document, address, price_list_id, credit_limit, notes, is_active, created_at)
          VALUES (${c.id}::uuid, ${c.name}, ${c.phone}, ${c.email}, ${c.documentType}, ${c.document}, ${c.address}, ${c.priceListId}::uuid, ${c.creditLimit}::numeric, ${c.notes}, ${c.isActive}, ${ctx.now}::timestamptz)`);
}
