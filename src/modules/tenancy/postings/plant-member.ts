import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** A person as the tenant's documents name them; the id is that of their membership. */
export async function plantMember(tx: ControlTx, { id, userId, name }: { id: string; userId: string; name: string }): Promise<void> {
  await tx.execute(sql`INSERT INTO member (id, user_id, name) VALUES (${id}, ${userId}, ${name})`);
}
