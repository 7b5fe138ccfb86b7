import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Gives a new tenant the anonymous buyer of its counter, in the transaction that entered the tenant. */
export async function plantFinalConsumer(tx: ControlTx, name: string, now: Date): Promise<void> {
  await tx.execute(sql`INSERT INTO customer (id, name, is_final_consumer, created_at) VALUES (${newId(now.getTime())}, ${name}, true, ${now})`);
}
