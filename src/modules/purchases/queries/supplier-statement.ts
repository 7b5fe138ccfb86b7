import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { StatementInput } from "../schema.ts";
import type { AccountEntryView } from "./supplier-account.ts";

/** A bill that was cancelled is due no more. */
export type StatementLine = Pick<AccountEntryView, "kind" | "reference" | "date" | "dueDate" | "amount" | "balance">;

export interface StatementView {
  supplierName: string;
  /** What was owed before the first line and after the last one. */
  opening: Decimal;
  closing: Decimal;
  lines: StatementLine[];
}

const MOST = 5_000;

/**
 * A supplier's account of a period as a paper has it: by the days of the papers, so that each line's balance follows from the one before it.
 * Refuses an unknown supplier and a period of more lines than anybody reads (statement_long).
 */
export async function supplierStatement(ctx: Pick<Context, "db">, supplierId: string, { from, to }: StatementInput): Promise<Result<StatementView>> {
  const [[known], rows] = await burst([
    ctx.db.rows<{ name: string; opening: Decimal }>(sql`
      SELECT s.name, coalesce((SELECT sum(e.amount) FROM supplier_paper e WHERE e.supplier_id = s.id AND e.date < ${from ?? null}::date), 0)::numeric(14, 2) AS opening
        FROM supplier s WHERE s.id = ${supplierId}`),
    ctx.db.rows<Omit<StatementLine, "balance">>(sql`
      SELECT e.kind, e.reference, e.date, e.amount, CASE WHEN NOT e.is_cancelled THEN e.due_date END AS "dueDate" FROM supplier_paper e
       WHERE e.supplier_id = ${supplierId} AND (${from ?? null}::date IS NULL OR e.date >= ${from ?? null}::date) AND (${to ?? null}::date IS NULL OR e.date <= ${to ?? null}::date)
       ORDER BY e.date, e.at, e.id LIMIT ${MOST + 1}`),
  ]);
  if (!known) return refuse("not_found");
  if (rows.length > MOST) return refuseField("from", "statement_long");
  let balance = known.opening;
  const lines = rows.map((row) => ({ ...row, balance: (balance = fix(big(balance).plus(row.amount), 2)) }));
  return accept({ supplierName: known.name, opening: known.opening, closing: balance, lines });
}
