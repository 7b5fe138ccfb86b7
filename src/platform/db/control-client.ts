import { PrismaPg } from "@prisma/adapter-pg";
import pg, { type PoolClient, type QueryResult } from "pg";
import { isUuid } from "../../kernel/id.ts";
import { PrismaClient } from "./generated/client.ts";
import { GuardedConnection } from "./guarded-connection.ts";
import type { PoolOptions } from "./guarded-pool.ts";
import { CONTROL_MODELS, delegateName, type ControlModel, type DelegateName } from "./models.ts";
import { toQuery, type Sql } from "./sql.ts";
import { ScopeError } from "./tenant-scope.ts";

/** Control data (people, sessions, tenants, memberships) as the role app_control. Nothing of a tenant's business can be read here. */
export type ControlModels = { readonly [M in ControlModel as DelegateName<M>]: PrismaClient[DelegateName<M>] };

interface ControlStatements {
  rows<T extends object>(statement: Sql): Promise<T[]>;
  execute(statement: Sql): Promise<number>;
}

export interface ControlTx extends ControlStatements {
  /** From here on this transaction may plant rows of one tenant: its first ones, a member, an audit entry (grants in the migrations). */
  enterTenant(tenantId: string): Promise<void>;
}

export interface ControlDb extends ControlModels, ControlStatements {
  /** One transaction; rejects with nothing saved unless COMMIT was answered by COMMIT. */
  transaction<T>(work: (tx: ControlTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openControlDatabase(options: PoolOptions & { prepare: boolean }): ControlDb {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max,
    pipeline: options.pipeline,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  } as pg.PoolConfig);
  pool.on("error", () => {});
  const base = new PrismaClient({ adapter: new PrismaPg(pool) });

  const statements = (run: (statement: Sql) => Promise<QueryResult>): ControlStatements => ({
    rows: async <T extends object>(statement: Sql) => (await run(statement)).rows as T[],
    execute: async (statement) => (await run(statement)).rowCount ?? 0,
  });

  async function transaction<T>(work: (tx: ControlTx) => Promise<T>): Promise<T> {
    const connection = new GuardedConnection((await pool.connect()) as PoolClient);
    connection.open("BEGIN", []);
    try {
      await connection.opened();
      const result = await work({
        ...statements((statement) => connection.query(toQuery(statement, options.prepare))),
        enterTenant: async (tenantId) => {
          if (!isUuid(tenantId)) throw new ScopeError("A tenant id must be a UUID");
          await connection.query(`SET LOCAL app.tenant_id = '${tenantId}'`);
        },
      });
      await connection.query("COMMIT");
      return result;
    } catch (error) {
      await connection.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      connection.release();
    }
  }

  const models = {};
  for (const model of CONTROL_MODELS) {
    const name = delegateName(model);
    Object.defineProperty(models, name, { enumerable: true, value: base[name] });
  }
  return Object.assign(models as ControlModels, {
    ...statements((statement) => pool.query(toQuery(statement, options.prepare))),
    transaction,
    close: async () => {
      await base.$disconnect();
      await pool.end();
    },
  });
}
