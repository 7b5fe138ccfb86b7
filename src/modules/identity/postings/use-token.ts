import { refuse, RefusedError } from "@/kernel/refusal.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";

/** Uses a link up, once among any number of answers sent at once. Throws the refusal link_gone. */
export async function useToken(tx: Pick<ControlTx, "execute">, id: string, now: Date): Promise<void> {
  const used = await tx.execute(sql`UPDATE auth_token SET used_at = ${now} WHERE id = ${id} AND used_at IS NULL AND expires_at > ${now}`);
  if (used !== 1) throw new RefusedError(refuse("link_gone"));
}
