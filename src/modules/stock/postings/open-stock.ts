import { big, type Decimal } from "@/kernel/decimal.ts";
import { dayIn } from "@/kernel/day.ts";
import { roundMoney } from "@/kernel/money.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { valueLines } from "../rules/value-lines.ts";
import { postMovements } from "./post-movements.ts";

export interface OpeningStock {
  locationId: string;
  /** `unitCost` net of VAT in the shop's currency; null when nobody told: such goods are worth nothing yet. */
  lines: readonly { productId: string; quantity: Decimal; unitCost: Decimal | null; name: string }[];
  source: { kind: string; id: string };
  reason?: string;
}

/**
 * What is on the shelf before the shop's first document: opening movements, and in the books the goods at cost against the opening
 * balance. Negative quantities take an opening back by opposite entries.
 */
export async function openStock(tx: TenantTx, ctx: Context, { locationId, lines, source, reason }: OpeningStock): Promise<void> {
  if (lines.length === 0) return;
  const [shop] = await tx.rows<{ timeZone: string }>(sql`SELECT time_zone AS "timeZone" FROM shop`);
  const worth = valueLines(lines);
  await burst([
    postMovements(tx, ctx, { type: "opening", locationId, lines, mayGoNegative: true, source, reason }),
    postEntry(tx, ctx, {
      source,
      businessDate: dayIn(ctx.now, shop!.timeZone),
      postings: [{ account: "stock", amount: worth }, { account: "opening_balance", amount: roundMoney(big(worth).times(-1)) }],
    }),
  ]);
}
