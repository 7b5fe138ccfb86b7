import { refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postLink, revokeLink } from "@/modules/tenancy/postings/post-link.ts";
import type { LinkView } from "@/modules/tenancy/queries/open-link.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { sql } from "@/platform/db/sql.ts";

/** A link to a sale's receipt for its customer, without an account; the one before opens nothing from now on. */
export async function makeReceiptLink(ctx: Context, saleId: string, { days }: { days: number }): Promise<Result<LinkView>> {
  const [sale] = await ctx.db.rows(sql`SELECT id FROM sale WHERE id = ${saleId}`);
  if (!sale) return refuse("not_found");
  return transactControl(ctx, (tx) => postLink(tx, ctx, { kind: "sale", documentId: saleId, days }));
}

/** The link opens nothing from now on. */
export async function revokeReceiptLink(ctx: Context, saleId: string): Promise<Result<null>> {
  return transactControl(ctx, (tx) => revokeLink(tx, ctx, "sale", saleId));
}
