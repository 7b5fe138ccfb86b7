import pg from "pg";

export interface CapturedStatement {
  text: string;
  values: readonly unknown[];
}

/** What `work` sent to the database, in order, seen at the driver: BEGIN, the tenant, every statement with its values, COMMIT. */
export async function captureStatements(work: () => Promise<unknown>): Promise<CapturedStatement[]> {
  const seen: CapturedStatement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const first = args[0] as string | { text: string; values?: unknown[] };
    seen.push(typeof first === "string" ? { text: first, values: [] } : { text: first.text, values: first.values ?? [] });
    return (original as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}
