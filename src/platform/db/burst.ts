type Settled<P extends readonly unknown[]> = { -readonly [I in keyof P]: Awaited<P[I]> };

/**
 * Waits for statements that were sent together on one transaction. When one fails, PostgreSQL refuses those behind it too
 * (25P02, "transaction is aborted"); the first in order is the cause, and is the one thrown, after all have been answered.
 */
export async function burst<const P extends readonly unknown[]>(sent: P): Promise<Settled<P>> {
  const settled = await Promise.allSettled(sent);
  const values = settled.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
  return values as Settled<P>;
}
