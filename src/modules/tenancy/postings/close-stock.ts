import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * Writes down what all levels were at an instant gone by, if that is due, in a transaction that has entered the tenant; answers whether it was: then
 * there may be more. When it is due and what it holds is the trigger's decision (0090, docs/decisions/068-closings.md), not the caller's.
 * `fewest`: with so many movements a small ledger is closed too.
 */
export async function closeStock(tx: Pick<ControlTx, "execute">, now: Date, fewest?: number): Promise<boolean> {
  const detail = JSON.stringify(fewest === undefined ? {} : { fewest });
  const written = await tx.execute(sql`
    INSERT INTO audit_entry (id, at, detail, action, entity, agent) VALUES (${newId(now.getTime())}, ${now}, ${detail}::jsonb, 'stock.close', 'shop', 'job')`);
  return written > 0;
}
