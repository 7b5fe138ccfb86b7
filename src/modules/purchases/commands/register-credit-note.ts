import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, refuseField, RefusedError, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { hashRequest } from "@/modules/stock/rules/hash-request.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { allocate } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { getCreditNote, type CreditNoteView } from "../queries/get-credit-note.ts";
import { getReturn } from "../queries/get-return.ts";
import { loadDifferences } from "../queries/list-differences.ts";
import { listOpenBills } from "../queries/list-open-bills.ts";
import { lockSupplier } from "../queries/lock-supplier.ts";
import { creditNotePostings } from "../rules/bill-postings.ts";
import { numberKey } from "../rules/number-key.ts";
import { partAllocations } from "../rules/part-allocations.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";
import type { RegisterCreditNoteInput } from "../schema.ts";

interface Amounts {
  taxes: { taxRate: Decimal; base: Decimal; tax: Decimal }[];
  net: Decimal;
  tax: Decimal;
  total: Decimal;
}

/**
 * A supplier's credit note: less is owed, less VAT is recovered, what went back is settled and claims are closed, in one transaction. What it
 * pays beyond open bills stays in the account. `input.id` makes it idempotent.
 */
export async function registerCreditNote(ctx: Context, input: RegisterCreditNoteInput): Promise<Result<CreditNoteView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => write(ctx, input, id, requestHash), () => getCreditNote(ctx.db, id));
}

function write(ctx: Context, input: RegisterCreditNoteInput, id: string, requestHash: string): Promise<Result<CreditNoteView>> {
  return ctx.transact(async (tx) => {
    const supplier = await lockSupplier(tx, input.supplierId);
    if (!supplier.ok) return supplier;
    const amounts = amountsOf(input);
    if (compare(amounts.total, "99999999999.99") > 0) return refuseField("taxes", "too_large");
    const settled = await settledOf(tx, input);
    if (!settled.ok) return settled;
    const parts = partAllocations(amounts.total, input.allocations, await listOpenBills(tx, input.supplierId), "credit_excess");
    if (!parts.ok) return parts;
    const businessDate = dayIn(ctx.now, supplier.value.timeZone);
    const source = { kind: "credit_note", id };
    await insertCreditNote(tx, ctx, input, amounts, id, requestHash);
    await burst([
      allocate(tx, ctx, { creditNoteId: id }, parts.value),
      ensureAccount(tx, "goods_returned", "asset"),
      ensureAccount(tx, "purchase_differences", "income"),
      postEntry(tx, ctx, { source, businessDate, postings: creditNotePostings(amounts, settled.value, 1) }),
      postSupplierEntry(tx, ctx, { supplierId: input.supplierId, kind: "credit_note", sourceId: id, amount: roundMoney(big(amounts.total).times(-1)), businessDate }),
      recordAudit(tx, ctx, { action: "credit_note.register", entity: "credit_note", entityId: id, detail: { number: input.number, total: amounts.total } }),
    ]);
    return accept((await getCreditNote(tx, id))!.view);
  });
}

function amountsOf({ taxes }: RegisterCreditNoteInput): Amounts {
  const rates = taxes.map(({ taxRate, base }) => ({ taxRate: fix(taxRate, 2), base: roundMoney(base), tax: roundMoney(big(base).times(taxRate).times("0.01")) }));
  const [net, tax] = [sumMoney(rates.map((rate) => rate.base)), sumMoney(rates.map((rate) => rate.tax))];
  return { taxes: rates, net, tax, total: sumMoney([net, tax]) };
}

/** What of returned goods it settles. Refuses a return that waits for no credit note, and claims that are not open ones of this supplier. */
async function settledOf(tx: TenantTx, { supplierId, returnId, differenceIds }: RegisterCreditNoteInput): Promise<Result<Decimal>> {
  const wrong: FieldRefusal[] = [];
  for (const [i, id] of differenceIds.entries()) {
    const [difference] = await loadDifferences(tx, { id, status: "claimed", supplierId, limit: 1 });
    if (!difference) wrong.push({ path: `differenceIds.${i}`, code: "not_found" });
  }
  if (wrong.length > 0) return refuse("not_found", { fields: wrong });
  if (returnId === undefined) return accept("0.00");
  const known = await getReturn(tx, returnId);
  if (!known || known.view.supplierId !== supplierId || known.view.status !== "pending") return refuseField("returnId", "return_credited");
  return accept(known.view.value);
}

async function insertCreditNote(tx: TenantTx, ctx: Context, input: RegisterCreditNoteInput, { taxes, net, tax, total }: Amounts, id: string, requestHash: string): Promise<void> {
  await tx.execute(sql`
    WITH document AS (
      INSERT INTO credit_note (id, supplier_id, member_id, number, note_date, posted_at, return_id, net, tax, total, notes, request_hash)
      VALUES (${id}, ${input.supplierId}, ${ctx.member.id}, ${input.number}, ${input.date}::date, ${ctx.now}, ${input.returnId ?? null}::uuid, ${net}::numeric, ${tax}::numeric, ${total}::numeric, ${input.notes ?? null}, ${requestHash})),
    claim AS (INSERT INTO credit_note_number (supplier_id, key, credit_note_id) VALUES (${input.supplierId}, ${numberKey(input.number)}, ${id})),
    settled AS (INSERT INTO credit_note_claim (credit_note_id, difference_id) SELECT ${id}::uuid, d FROM unnest(${input.differenceIds}::uuid[]) d)
    INSERT INTO credit_note_tax (credit_note_id, tax_rate, base, tax)
    SELECT ${id}::uuid, t.* FROM unnest(${taxes.map(({ taxRate }) => taxRate)}::numeric[], ${taxes.map(({ base }) => base)}::numeric[], ${taxes.map((rate) => rate.tax)}::numeric[]) AS t (rate, base, tax)`)
    .catch((error: unknown) => {
      const refusal = refuseDuplicate(error);
      throw refusal ? new RefusedError(refusal) : error;
    });
}
