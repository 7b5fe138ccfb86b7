import { newId } from "@/kernel/id.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { MatchedBill } from "../rules/match-bill.ts";

/** Writes down what a bill charges of receipts, and where it says something else than they do. */
export async function writeMatches(tx: TenantTx, ctx: Context, purchaseId: string, { matches, differences }: Pick<MatchedBill, "matches" | "differences">): Promise<void> {
  if (matches.length > 0) {
    await tx.execute(sql`
      INSERT INTO receipt_match (id, purchase_id, receipt_id, product_id, quantity, value)
      SELECT m.id, ${purchaseId}::uuid, m.r, m.p, m.q, m.v
        FROM unnest(${matches.map(() => newId(ctx.now.getTime()))}::uuid[], ${matches.map(({ receiptId }) => receiptId)}::uuid[], ${matches.map(({ productId }) => productId)}::uuid[],
                    ${matches.map(({ quantity }) => quantity)}::numeric[], ${matches.map(({ value }) => value)}::numeric[]) AS m (id, r, p, q, v)`);
  }
  if (differences.length > 0) {
    await tx.execute(sql`
      INSERT INTO bill_difference (id, purchase_id, product_id, kind, expected, found, amount)
      SELECT d.id, ${purchaseId}::uuid, d.p, d.k, d.e, d.f, d.a
        FROM unnest(${differences.map(() => newId(ctx.now.getTime())).sort()}::uuid[], ${differences.map(({ productId }) => productId)}::uuid[], ${differences.map(({ kind }) => kind)}::text[],
                    ${differences.map(({ expected }) => expected)}::numeric[], ${differences.map(({ found }) => found)}::numeric[], ${differences.map(({ amount }) => amount)}::numeric[]) AS d (id, p, k, e, f, a)
      ON CONFLICT (tenant_id, purchase_id, product_id, kind) DO NOTHING`);
  }
}

/** Takes a bill's matches back by opposite rows: the goods wait for their bill again. */
export async function takeMatchesBack(tx: TenantTx, purchaseId: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO receipt_match (id, purchase_id, receipt_id, product_id, quantity, value)
    SELECT gen_random_uuid(), purchase_id, receipt_id, product_id, -sum(quantity), -sum(value) FROM receipt_match
     WHERE purchase_id = ${purchaseId} GROUP BY purchase_id, receipt_id, product_id HAVING sum(quantity) <> 0`);
}
