import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { big } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { insertPayment } from "@/modules/customers/postings/insert-payment.ts";
import { postCustomerEntry } from "@/modules/customers/postings/post-customer-entry.ts";
import { getPayment, type CustomerPaymentView } from "@/modules/customers/queries/get-payment.ts";
import { getCustomer } from "@/modules/customers/queries/list-customers.ts";
import type { CustomerPaymentInput } from "@/modules/customers/schema.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { sqlState } from "@/platform/db/tenant-client.ts";
import { ACCOUNT_OF } from "../rules/account-of.ts";

const TAKEN = "23505";

/**
 * Takes what a customer pays of their account, at the till: it belongs to the shift that is open there. More than is owed stays in the account.
 * `input.id` makes it idempotent.
 */
export async function collectPayment(ctx: Context, customerId: string, input: CustomerPaymentInput): Promise<Result<CustomerPaymentView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = createHash("sha256").update(JSON.stringify([customerId, input])).digest("base64url");
  const taken = await collect(ctx, customerId, input, id, requestHash).catch((error: unknown) => {
    if (sqlState(error) === TAKEN) return refuse("conflict");
    throw error;
  });
  if (taken.ok || input.id === undefined) return taken;
  const known = await getPayment(ctx.db, id);
  if (!known) return taken;
  return known.requestHash === requestHash ? accept(known.view) : refuse("idempotency_mismatch");
}

async function collect(ctx: Context, customerId: string, input: CustomerPaymentInput, id: string, requestHash: string): Promise<Result<CustomerPaymentView>> {
  const { timeZone } = await getShop(ctx);
  return ctx.transact(async (tx) => {
    const customer = await getCustomer(tx, customerId);
    if (!customer) return refuse("not_found");
    if (customer.isFinalConsumer) return refuse("customer_required");
    const businessDate = dayIn(ctx.now, timeZone);
    const amount = roundMoney(input.amount);
    const [register] = await tx.rows<{ shiftId: string | null }>(sql`
      SELECT (SELECT t.id FROM till_shift t WHERE t.tenant_id = r.tenant_id AND t.register_id = r.id AND t.closed_at IS NULL FOR KEY SHARE) AS "shiftId"
        FROM register r JOIN location l ON l.tenant_id = r.tenant_id AND l.id = r.location_id
       WHERE CASE WHEN ${input.registerId ?? null}::uuid IS NULL THEN l.is_default AND r.is_active ELSE r.id = ${input.registerId ?? null}::uuid END ORDER BY r.id LIMIT 1`);
    if (!register && input.registerId !== undefined) return refuseField("registerId", "not_found");
    await insertPayment(tx, ctx, { id, customerId, method: input.method, amount, businessDate, notes: input.notes ?? null, shiftId: register?.shiftId ?? null, requestHash });
    const owed = roundMoney(big(amount).times(-1));
    await burst([
      postEntry(tx, ctx, { source: { kind: "customer_payment", id }, businessDate, postings: [{ account: ACCOUNT_OF[input.method], amount }, { account: "receivables", amount: owed }] }),
      postCustomerEntry(tx, ctx, { customerId, kind: "payment", sourceId: id, amount: owed, businessDate }),
      recordAudit(tx, ctx, { action: "customer.pay", entity: "customer", entityId: customerId, detail: { amount, method: input.method } }),
    ]);
    return accept((await getPayment(tx, id))!.view);
  });
}
