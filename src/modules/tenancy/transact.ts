import { RefusedError, refuse, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import { sqlState, type TenantDb, type TenantTx } from "@/platform/db/tenant-client.ts";
import type { RequestFacts } from "./context.ts";

const LOCK_NOT_AVAILABLE = "55P03";
const OUT_OF_RANGE = "22003";

interface Stored {
  request_hash: string;
  response: string;
}

/** Rolls back a repetition; the first one's answer is read afterwards, since the work may have aborted this transaction. */
class Repeated extends Error {}

/** See Context.transact. A lock that was not had in time is the refusal "busy", a sum that no column holds "too_large"; defects go through. */
export async function transact<T>(
  db: TenantDb,
  memberId: string,
  { idempotency }: Pick<RequestFacts, "idempotency">,
  work: (tx: TenantTx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await db.transaction(async (tx) => {
      const result = idempotency ? await onlyOnce(tx, memberId, idempotency, work) : await work(tx);
      if (!result.ok) throw new RefusedError(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    if (error instanceof Repeated) return replay(await findStored(db, memberId, idempotency!.key), idempotency!.hash);
    if (sqlState(error) === LOCK_NOT_AVAILABLE) return refuse("busy");
    if (sqlState(error) === OUT_OF_RANGE) return refuse("too_large");
    throw error;
  }
}

/**
 * The key is claimed by the transaction's first statement: a repetition waits there for the first to end, then finds its answer.
 * The claim is not awaited before the work, so it costs no round trip; its verdict outranks whatever the work met meanwhile.
 */
async function onlyOnce<T>(
  tx: TenantTx,
  memberId: string,
  { key, route, hash }: NonNullable<RequestFacts["idempotency"]>,
  work: (tx: TenantTx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const claim = tx.execute(sql`
    INSERT INTO idempotency (member_id, key, route, request_hash, status, response)
    VALUES (${memberId}, ${key}, ${route}, ${hash}, 0, 'null') ON CONFLICT DO NOTHING`);
  const outcome = await Promise.allSettled([claim, work(tx)]).then(([claimed, worked]) => {
    if (claimed.status === "rejected") throw claimed.reason;
    return { isFirst: claimed.value === 1, worked };
  });
  if (!outcome.isFirst) throw new Repeated();
  if (outcome.worked.status === "rejected") throw outcome.worked.reason;
  const result = outcome.worked.value;
  if (result.ok) {
    // Kept as text inside JSON: jsonb would put the members in another order, and a repetition is to get the very same bytes.
    await tx.execute(sql`UPDATE idempotency SET status = 1, response = ${JSON.stringify(JSON.stringify(result.value ?? null))}::jsonb WHERE member_id = ${memberId} AND key = ${key}`);
  }
  return result;
}

async function findStored(db: TenantDb, memberId: string, key: string): Promise<Stored> {
  const [stored] = await db.rows<Stored>(sql`SELECT request_hash, response FROM idempotency WHERE member_id = ${memberId} AND key = ${key}`);
  if (!stored) throw new Error("An idempotency key was taken and is gone");
  return stored;
}

function replay<T>(stored: Stored, hash: string): Result<T> {
  return stored.request_hash === hash ? { ok: true, value: JSON.parse(stored.response) as T } : refuse("idempotency_mismatch");
}
