import { big, compare, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { RefusedError, refuse } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { newCreditCode, readCreditCode } from "../rules/credit-code.ts";

interface Source {
  kind: "sale" | "sale_return" | "sale_cancellation";
  id: string;
}

/** Gives credit instead of money: a new code with its first entry. */
export async function issueCredit(tx: TenantTx, ctx: Context, { customerId, amount, source }: { customerId: string; amount: Decimal; source: Source }): Promise<void> {
  const id = newId(ctx.now.getTime());
  await tx.execute(sql`
    WITH credit AS (INSERT INTO store_credit (id, code, customer_id, balance, issued_at) VALUES (${id}::uuid, ${newCreditCode()}, ${customerId}::uuid, ${amount}::numeric, ${ctx.now}::timestamptz) RETURNING id)
    INSERT INTO store_credit_entry (id, credit_id, amount, source_kind, source_id, member_id, at)
    SELECT ${newId(ctx.now.getTime())}::uuid, credit.id, ${amount}::numeric, ${source.kind}, ${source.id}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz FROM credit`);
}

interface Wanted {
  amount: Decimal;
  /** Absent: the credits of the sale's customer, the oldest first. */
  code?: string;
}

/** Takes what a sale pays with credit, under the credits' locks. Throws RefusedError: credit_unknown, or credit_short with what is there. */
export async function spendCredit(tx: TenantTx, ctx: Context, { customerId, wanted, source }: { customerId: string; wanted: readonly Wanted[]; source: Source }): Promise<void> {
  const codes = wanted.flatMap(({ code }) => (code === undefined ? [] : readCreditCode(code)));
  const credits = await tx.rows<{ id: string; code: string; balance: Decimal; isOwn: boolean }>(sql`
    SELECT s.id, s.code, s.balance, s.customer_id = ${customerId}::uuid AND NOT c.is_final_consumer AS "isOwn"
      FROM store_credit s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
     WHERE s.code = ANY (${codes}::text[]) OR (${codes.length < wanted.length}::boolean AND s.customer_id = ${customerId}::uuid AND NOT c.is_final_consumer)
     ORDER BY s.issued_at, s.id FOR UPDATE OF s`);
  const left = new Map(credits.map(({ id, balance }) => [id, balance]));
  for (const { amount, code } of wanted) {
    const name = code === undefined ? null : readCreditCode(code);
    draw(left, credits.filter((credit) => (name === null ? credit.isOwn : credit.code === name)), amount);
  }
  const drawn = credits.map(({ id, balance }) => ({ id, amount: roundMoney(big(left.get(id)!).minus(balance)) })).filter(({ amount }) => compare(amount, "0") < 0);
  await moveCredit(tx, ctx, source, drawn);
}

function draw(left: Map<string, Decimal>, credits: readonly { id: string }[], amount: Decimal): void {
  if (credits.length === 0) throw new RefusedError(refuse("credit_unknown"));
  const available = sumMoney(credits.map(({ id }) => left.get(id)!));
  if (compare(available, amount) < 0) throw new RefusedError(refuse("credit_short", { params: { available: { money: available } } }));
  let missing = big(amount);
  for (const { id } of credits) {
    const has = big(left.get(id)!);
    const taken = has.lt(missing) ? has : missing;
    left.set(id, roundMoney(has.minus(taken)));
    missing = missing.minus(taken);
  }
}

/** Turns back what a sale did to credits. Throws RefusedError credit_spent where what it gave is gone. */
export async function returnCredit(tx: TenantTx, ctx: Context, saleId: string): Promise<void> {
  const moved = await tx.rows<{ id: string; amount: Decimal; balance: Decimal }>(sql`
    SELECT c.id, -e.amount AS amount, c.balance FROM store_credit c
      JOIN (SELECT tenant_id, credit_id, sum(amount) AS amount FROM store_credit_entry WHERE source_kind = 'sale' AND source_id = ${saleId}::uuid GROUP BY tenant_id, credit_id) e
        ON e.tenant_id = c.tenant_id AND e.credit_id = c.id
     ORDER BY c.issued_at, c.id FOR UPDATE OF c`);
  if (moved.some(({ amount, balance }) => big(balance).plus(amount).lt(0))) throw new RefusedError(refuse("credit_spent"));
  await moveCredit(tx, ctx, { kind: "sale_cancellation", id: saleId }, moved);
}

async function moveCredit(tx: TenantTx, ctx: Context, source: Source, moves: readonly { id: string; amount: Decimal }[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(sql`
    WITH moved AS (SELECT * FROM unnest(${moves.map(() => newId(ctx.now.getTime()))}::uuid[], ${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ amount }) => amount)}::numeric[]) AS m (id, credit_id, amount)),
    balances AS (UPDATE store_credit c SET balance = c.balance + moved.amount FROM moved WHERE c.id = moved.credit_id)
    INSERT INTO store_credit_entry (id, credit_id, amount, source_kind, source_id, member_id, at)
    SELECT m.id, m.credit_id, m.amount, ${source.kind}, ${source.id}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz FROM moved m`);
}
