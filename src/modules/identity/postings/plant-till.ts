import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { hashSecret, newSecret } from "../secret.ts";

export interface NewTill {
  tenantId: string;
  /** Membership of who allows it. */
  sharedBy: string;
  address: string | null;
  userAgent: string | null;
  now: Date;
}

/** Notes a device as a shared till; the secret is for its cookie and exists nowhere else. */
export async function plantTill(tx: Pick<ControlTx, "execute">, { tenantId, sharedBy, address, userAgent, now }: NewTill): Promise<{ id: string; secret: string }> {
  const [id, secret] = [newId(now.getTime()), newSecret()];
  await tx.execute(sql`
    INSERT INTO shared_till (id, tenant_id, token_hash, shared_by, user_agent, address, created_at, last_used_at)
    VALUES (${id}, ${tenantId}, ${hashSecret(secret)}, ${sharedBy}, ${userAgent}, ${address}, ${now}, ${now})`);
  return { id, secret };
}
