import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { StatementInput } from "../schema.ts";

export interface AccountEntryView {
  id: string;
  kind: "bill" | "bill_cancelled" | "payment" | "payment_cancelled" | "credit_note" | "credit_note_cancelled";
  sourceId: string;
  /** The paper's number, or how it was paid. */
  reference: string;
  date: string;
  /** When a bill is due. */
  dueDate: string | null;
  /** Positive: the shop owes more. */
  amount: Decimal;
  /** What was owed after it. */
  balance: Decimal;
  isCancelled: boolean;
}

export interface SupplierAccountView {
  /** What the shop owes; negative: it paid ahead. */
  balance: Decimal;
  /** Of that, what was due before today. */
  overdue: Decimal;
  items: AccountEntryView[];
  nextCursor: string | null;
}

/** A supplier's account, the newest entry first, each with what was owed after it; of a period when one is named. Refuses an unknown supplier and a foreign cursor. */
export async function supplierAccount(ctx: Pick<Context, "db">, supplierId: string, { from, to, limit, cursor }: StatementInput & { limit: number; cursor?: string | undefined }): Promise<Result<SupplierAccountView>> {
  const key = cursor === undefined ? null : readCursor(cursor, 1);
  if (cursor !== undefined && !isUuid(key?.[0])) return refuseField("cursor", "invalid");
  const after = key === null ? null : String(key[0]);
  const [[sums], rows] = await burst([
    ctx.db.rows<{ balance: Decimal; overdue: Decimal }>(sql`
      SELECT coalesce((SELECT sum(e.amount) FROM supplier_entry e WHERE e.supplier_id = s.id), 0)::numeric(14, 2) AS balance,
             coalesce((SELECT sum(b.total - coalesce((SELECT sum(a.amount) FROM supplier_allocation a WHERE a.purchase_id = b.id), 0)) FROM purchase b
                        WHERE b.supplier_id = s.id AND NOT EXISTS (SELECT FROM purchase_cancellation c WHERE c.purchase_id = b.id) AND b.due_date < (now() AT TIME ZONE (SELECT time_zone FROM shop))::date), 0)::numeric(14, 2) AS overdue
        FROM supplier s WHERE s.id = ${supplierId}`),
    ctx.db.rows<AccountEntryView>(sql`
      SELECT * FROM (
        SELECT e.id, e.kind, e.source_id AS "sourceId", e.reference, e.date, e.due_date AS "dueDate", e.amount, e.at, sum(e.amount) OVER (ORDER BY e.at, e.id)::numeric(14, 2) AS balance, e.is_cancelled AS "isCancelled"
          FROM supplier_paper e WHERE e.supplier_id = ${supplierId}) entry
       WHERE (${from ?? null}::date IS NULL OR date >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR date <= ${to ?? null}::date)
         AND (${after}::uuid IS NULL OR (at, id) < (SELECT c.at, c.id FROM supplier_entry c WHERE c.id = ${after}::uuid))
       ORDER BY at DESC, id DESC LIMIT ${limit + 1}`),
  ]);
  if (!sums) return refuse("not_found");
  const items = rows.slice(0, limit).map(({ id, kind, sourceId, reference, date, dueDate, amount, balance, isCancelled }) => ({ id, kind, sourceId, reference, date, dueDate, amount, balance, isCancelled }));
  return accept({ ...sums, items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null });
}
