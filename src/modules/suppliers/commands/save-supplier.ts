import { newId } from "@/kernel/id.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { getSupplier } from "../queries/get-supplier.ts";
import type { SupplierView } from "../queries/supplier-view.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { SupplierChange } from "../schema.ts";

/** Makes a supplier (`id` null) or changes one; absent fields stay. Refused when somebody changed it since the `version` that was seen. */
export async function saveSupplier(ctx: Context, id: string | null, { version, ...change }: SupplierChange, newSupplierId?: string): Promise<Result<SupplierView>> {
  return ctx.transact(async (tx) => {
    const [locked] = id === null ? [] : await tx.rows<{ version: number }>(sql`SELECT version FROM supplier WHERE id = ${id} FOR NO KEY UPDATE`);
    if (id !== null && !locked) return refuse("not_found");
    if (locked && version !== undefined && version !== locked.version) return refuse("version_changed");
    const before = id === null ? null : await getSupplier(tx, id);
    const [shop] = await tx.rows<{ currency: string }>(sql`SELECT currency FROM shop`);
    const after = { ...EMPTY, currency: shop!.currency, ...before, ...given(change), id: id ?? newSupplierId ?? newId(ctx.now.getTime()) };
    await write(tx, ctx, after, before !== null).catch((error: unknown) => {
      const refusal = refuseDuplicate(error);
      throw refusal ? new RefusedError(refusal) : error;
    });
    await recordAudit(tx, ctx, { action: before ? "supplier.update" : "supplier.create", entity: "supplier", entityId: after.id, detail: { before, after: change } });
    const saved = await getSupplier(tx, after.id);
    return saved ? accept(saved) : refuse("not_found");
  });
}

type Kept = Pick<SupplierView, "id" | "name" | "taxId" | "currency" | "discounts" | "freightPercent" | "leadDays" | "orderDays" | "minOrder" | "contacts" | "notes" | "isActive">;

const EMPTY = { name: "", taxId: null, discounts: "", freightPercent: "0", leadDays: null, orderDays: [], minOrder: null, contacts: [], notes: null, isActive: true };

function given(change: Omit<SupplierChange, "version">): Partial<Kept> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function write(tx: TenantTx, ctx: Context, s: Kept, exists: boolean): Promise<void> {
  const contacts = JSON.stringify(s.contacts);
  await tx.execute(exists
    ? sql`UPDATE supplier SET name = ${s.name}, tax_id = ${s.taxId}, currency = ${s.currency}, discounts = ${s.discounts}, freight_percent = ${s.freightPercent}, lead_days = ${s.leadDays},
                 order_days = ${s.orderDays}::int[], min_order = ${s.minOrder}::numeric, contacts = ${contacts}::jsonb, notes = ${s.notes}, is_active = ${s.isActive}, version = version + 1, updated_at = ${ctx.now}
           WHERE id = ${s.id}`
    : sql`INSERT INTO supplier (id, name, tax_id, currency, discounts, freight_percent, lead_days, order_days, min_order, contacts, notes, is_active, created_at, updated_at)
          VALUES (${s.id}, ${s.name}, ${s.taxId}, ${s.currency}, ${s.discounts}, ${s.freightPercent}, ${s.leadDays}, ${s.orderDays}::int[], ${s.minOrder}::numeric, ${contacts}::jsonb, ${s.notes}, ${s.isActive}, ${ctx.now}, ${ctx.now})`);
}
