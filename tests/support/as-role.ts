import pg from "pg";

export interface RoleSession {
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** A bare connection of one role, to see what PostgreSQL alone allows it. */
export async function asRole(url: string): Promise<RoleSession> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return {
    query: async <T extends object>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[],
    close: () => client.end(),
  };
}

/** Runs in a transaction of that tenant, which is rolled back: nothing of a probe stays. */
export async function probe<T>(session: RoleSession, tenantId: string, work: () => Promise<T>): Promise<T> {
  await session.query("BEGIN");
  await session.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
  return work().finally(() => session.query("ROLLBACK"));
}
