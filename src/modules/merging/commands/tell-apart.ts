import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { sql } from "@/platform/db/sql.ts";
import { loadRecognisable } from "../queries/load-recognisable.ts";
import { faceOfPair } from "../rules/face-of-pair.ts";
import type { DistinctInput } from "../schema.ts";

export interface DistinctPair {
  productIds: [string, string];
  /** Whether the pair stands as two products. */
  distinct: boolean;
}

/**
 * Says that two products that look like one are two, or takes that back. It holds while their names and codes stay as they are: a pair that
 * has changed since may be asked about again.
 */
export async function tellApart(ctx: Context, { productIds, distinct }: DistinctInput): Promise<Result<DistinctPair>> {
  const [first, second] = [...productIds].sort() as [string, string];
  if (first === second) return refuseField("productIds.1", "merge_same");
  return ctx.transact(async (tx) => {
    const pair = await loadRecognisable(tx, [first, second]);
    if (pair.length < 2) return refuse("not_found");
    if (distinct) {
      await tx.execute(sql`
        INSERT INTO product_distinct (first_id, second_id, facts, member_id, at)
        VALUES (${first}, ${second}, ${faceOfPair(pair[0]!, pair[1]!)}, ${ctx.member.id}, ${ctx.now})
            ON CONFLICT (tenant_id, first_id, second_id) DO UPDATE SET facts = excluded.facts, member_id = excluded.member_id, at = excluded.at`);
    } else await tx.execute(sql`DELETE FROM product_distinct WHERE first_id = ${first} AND second_id = ${second}`);
    await recordAudits(tx, ctx, { action: distinct ? "product.tell_apart" : "product.tell_alike", entity: "product" }, pair.map(({ id, name }, i) => ({ entityId: id, detail: { name, other: pair[1 - i]!.name } })));
    return accept({ productIds: [first, second], distinct });
  });
}
