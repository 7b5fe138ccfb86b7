import { accept, refuse, type Result } from "@/kernel/refusal.ts";

interface Known<T> {
  view: T;
  requestHash: string;
}

/**
 * A document under an id of the caller's choice: the same again answers what the first did. It is not looked for before, since a repetition
 * is rare: its key refuses the second, or the stock that the first one moved.
 */
export async function onlyOnce<T>(hasOwnId: boolean, requestHash: string, work: () => Promise<Result<T>>, find: () => Promise<Known<T> | null>): Promise<Result<T>> {
  const done = await work().catch((error: unknown) => ({ ok: false as const, error }));
  if (!done.ok && hasOwnId) {
    const known = await find();
    if (known) return known.requestHash === requestHash ? accept(known.view) : refuse("idempotency_mismatch");
  }
  if ("error" in done) throw done.error;
  return done;
}
