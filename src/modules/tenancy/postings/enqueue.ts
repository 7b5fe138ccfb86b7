import { newId } from "@/kernel/id.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Context } from "../context.ts";

/** Leaves a message for after the commit. Consumers get it at least once and know it by its id. */
export async function enqueue(tx: TenantTx, ctx: Context, message: { topic: string; payload: Readonly<Record<string, unknown>> }): Promise<void> {
  await tx.execute(sql`
    INSERT INTO outbox (id, topic, payload, created_at)
    VALUES (${newId(ctx.now.getTime())}, ${message.topic}, ${JSON.stringify(message.payload)}::jsonb, ${ctx.now})`);
}
