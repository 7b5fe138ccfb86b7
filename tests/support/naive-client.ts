import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../src/platform/db/generated/client.ts";

const ambient = new AsyncLocalStorage<string>();

/**
 * What one writes first, kept as the control of every test here: one shared client, the tenant of the request in an
 * AsyncLocalStorage, a pool that sets it before each statement, row-level security on. It leaks all the same, because Prisma sends
 * what it has collected in one tick in the context of whoever asked first.
 */
export function openNaive(connectionString: string, max = 10) {
  const pool = new NaivePool({ connectionString, max });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    as: <T>(tenantId: string, work: () => Promise<T>): Promise<T> => ambient.run(tenantId, work),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

export type Naive = ReturnType<typeof openNaive>;

class NaivePool extends pg.Pool {
  override query = ((...args: Parameters<pg.PoolClient["query"]>) => this.inContext(args)) as unknown as pg.Pool["query"];
  override connect = (() => this.begun()) as unknown as pg.Pool["connect"];

  private checkOut(): Promise<pg.PoolClient> {
    return super.connect();
  }

  private async inContext(args: Parameters<pg.PoolClient["query"]>): Promise<unknown> {
    const client = await this.checkOut();
    try {
      await client.query(`BEGIN; SELECT set_config('app.tenant_id', '${ambient.getStore() ?? ""}', true)`);
      const answer = await client.query(...args);
      await client.query("COMMIT");
      return answer;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Prisma sends BEGIN itself; the tenant follows it on the same connection. */
  private async begun(): Promise<pg.PoolClient> {
    const client = await this.checkOut();
    const tenantId = ambient.getStore() ?? "";
    const send = client.query.bind(client) as (statement: unknown) => Promise<pg.QueryResult>;
    const release = client.release;
    client.query = (async (statement: string | { text: string }) => {
      const answer = await send(statement);
      if ((typeof statement === "string" ? statement : statement.text) === "BEGIN") await send(`SELECT set_config('app.tenant_id', '${tenantId}', true)`);
      return answer;
    }) as unknown as pg.PoolClient["query"];
    client.release = (error) => {
      client.query = send as unknown as pg.PoolClient["query"];
      release(error);
    };
    return client;
  }
}
