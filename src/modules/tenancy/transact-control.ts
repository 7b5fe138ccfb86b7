import { RefusedError, refuse, type Result } from "@/kernel/refusal.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { sqlState } from "@/platform/db/tenant-client.ts";
import type { Context } from "./context.ts";

type Asking = Pick<Context, "db" | "member" | "tenant" | "request">;

const LOCK_NOT_AVAILABLE = "55P03";

/** Rolls back a repetition that ran beside the first. */
class Repeated extends Error {}

/**
 * As Context.transact, for what is written among control data on a tenant's behalf (memberships, invitations): one transaction of the
 * control role that entered the tenant, so that the audit entry commits with the deed. That role never reads an answer it stored, so a
 * repetition is looked for before the work, and again when the work did not succeed.
 */
export async function transactControl<T>(ctx: Asking, work: (tx: ControlTx) => Promise<Result<T>>): Promise<Result<T>> {
  const known = await findAnswer<T>(ctx);
  if (known) return known;
  try {
    return await databases().control.transaction(async (tx) => {
      await tx.enterTenant(ctx.tenant.id);
      const result = await work(tx);
      if (!result.ok) throw new RefusedError(result);
      await keepAnswer(tx, ctx, result.value);
      return result;
    });
  } catch (error) {
    const refusal = error instanceof RefusedError ? error.refusal : sqlState(error) === LOCK_NOT_AVAILABLE ? refuse("busy") : null;
    if (refusal === null && !(error instanceof Repeated)) throw error;
    const first = await findAnswer<T>(ctx);
    if (first === null && refusal === null) throw error;
    return first ?? refusal!;
  }
}

async function keepAnswer(tx: ControlTx, { member, request: { idempotency } }: Asking, value: unknown): Promise<void> {
  if (!idempotency) return;
  const { key, route, hash } = idempotency;
  const kept = await tx.execute(sql`
    INSERT INTO idempotency (member_id, key, route, request_hash, status, response)
    VALUES (${member.id}, ${key}, ${route}, ${hash}, 1, ${JSON.stringify(JSON.stringify(value ?? null))}::jsonb) ON CONFLICT DO NOTHING`);
  if (kept !== 1) throw new Repeated();
}

/** What the same key was answered before; null when it is new or absent. */
async function findAnswer<T>({ db, member, request: { idempotency } }: Asking): Promise<Result<T> | null> {
  if (!idempotency) return null;
  const [stored] = await db.rows<{ hash: string; response: string }>(sql`
    SELECT request_hash AS hash, response FROM idempotency WHERE member_id = ${member.id} AND key = ${idempotency.key} AND status = 1`);
  if (!stored) return null;
  return stored.hash === idempotency.hash ? { ok: true, value: JSON.parse(stored.response) as T } : refuse("idempotency_mismatch");
}
