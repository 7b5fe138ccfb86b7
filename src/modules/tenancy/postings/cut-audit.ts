import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/**
 * Cuts one lot of what the shop's setting calls old off its activity log, in a transaction that has entered the tenant. What goes is the
 * trigger's decision (0025), not the caller's. Answers whether anything went: then there may be more.
 */
export async function cutAudit(tx: Pick<ControlTx, "execute">, now: Date): Promise<boolean> {
  const written = await tx.execute(sql`
    INSERT INTO audit_entry (id, at, action, entity, detail, agent) VALUES (${newId(now.getTime())}, ${now}, 'shop.forget_old', 'shop', '{}', 'job')`);
  return written > 0;
}
