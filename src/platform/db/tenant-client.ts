import { PrismaPg } from "@prisma/adapter-pg";
import type { QueryResult } from "pg";
import { isUuid } from "../../kernel/id.ts";
import { PrismaClient } from "./generated/client.ts";
import type { GuardedConnection } from "./guarded-connection.ts";
import { GuardedPool, type PoolOptions } from "./guarded-pool.ts";
import { delegateName, TENANT_MODELS, type DelegateName, type TenantModel } from "./models.ts";
import { toQuery, type Sql } from "./sql.ts";
import { flattenUnique, OPEN_OPERATIONS, scopeToTenant, ScopeError, type OpenOperation } from "./tenant-scope.ts";
import { withToken, type TenantToken } from "./tenant-token.ts";

/** Prisma's models of one tenant. Whatever is not here ($queryRawUnsafe, $extends, batch transactions…) cannot be reached. */
export type TenantModels = { readonly [M in TenantModel as DelegateName<M>]: Pick<PrismaClient[DelegateName<M>], OpenOperation & keyof PrismaClient[DelegateName<M>]> };

interface Statements {
  readonly tenantId: string;
  /** Runs one statement; rows as objects, numeric and bigint as text, dates as Date. */
  rows<T extends object>(statement: Sql): Promise<T[]>;
  /** Runs one statement; the number of rows it touched. */
  execute(statement: Sql): Promise<number>;
}

/** One transaction of one tenant. Statements sent without awaiting each other travel together (pipelined) and run in order. */
export interface TenantTx extends TenantModels, Statements {}

export interface TenantDb extends TenantModels, Statements {
  /**
   * Runs `work` in one transaction at READ COMMITTED. Rejects, with nothing saved, when `work` throws or COMMIT is not
   * answered by COMMIT. Deadlocks and serialisation failures run `work` again, up to three times: it must have no other effects.
   */
  transaction<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

export interface TenantDatabase {
  forTenant(tenantId: string): TenantDb;
  close(): Promise<void>;
}

type Delegate = Record<string, (args?: Record<string, unknown>) => unknown>;
type Client = Record<string, Delegate>;

// Longer than the role's lock_timeout and statement_timeout, so that PostgreSQL gives up first and says why.
const TRANSACTION_OPTIONS = { maxWait: 8_000, timeout: 20_000 };
// A foreign key fails when what was found a moment ago has been deleted since, or what was to be deleted has got a document: the next try finds it so.
const RETRYABLE = new Set(["40001", "40P01", "23503"]);
const TRIES = 3;

/** Opens the shared database as the role app_tenant. One per process. */
export function openTenantDatabase(options: PoolOptions & { prepare: boolean }): TenantDatabase {
  const pool = new GuardedPool(options);
  const base = new PrismaClient({
    adapter: new PrismaPg(pool, options.prepare ? { statementNameGenerator: nameOf } : {}),
  });
  return {
    forTenant: (tenantId) => bindTenant(base, pool, tenantId, options.prepare),
    close: async () => {
      await base.$disconnect();
      await pool.end();
    },
  };
}

function bindTenant(base: PrismaClient, pool: GuardedPool, tenantId: string, prepare: boolean): TenantDb {
  if (!isUuid(tenantId)) throw new ScopeError("A tenant id must be a UUID");
  const bind = () => base.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          const scoped = scopeToTenant(model, operation, args as Record<string, unknown>, tenantId);
          // Awaited inside: a Prisma promise that leaves the token's scope unsent would find no tenant.
          return withToken({ tenantId, kind: "operation" }, async () => await query(scoped as typeof args));
        },
      },
    },
  });

  // Made at the first use: what is written in SQL needs no models.
  let made: ReturnType<typeof bind> | undefined;
  const bound = () => (made ??= bind());

  const statements = (run: (statement: Sql) => Promise<QueryResult>): Statements => ({
    tenantId,
    rows: async <T extends object>(statement: Sql) => (await run(statement)).rows as T[],
    execute: async (statement) => (await run(statement)).rowCount ?? 0,
  });
  const single = (statement: Sql) =>
    withToken({ tenantId, kind: "operation" }, () => pool.query(toQuery(statement, prepare)) as Promise<QueryResult>);

  async function once<T>(work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const token: TenantToken = { tenantId, kind: "transaction" };
    return withToken(token, () =>
      bound().$transaction(async (inner) => {
        const connection = token.connection as GuardedConnection;
        const send = (statement: Sql) => connection.query(toQuery(statement, prepare));
        return work(facade(() => inner as unknown as Client, statements(send)) as unknown as TenantTx);
      }, TRANSACTION_OPTIONS),
    );
  }

  async function transaction<T>(work: (tx: TenantTx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (attempt === TRIES || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  return facade(() => bound() as unknown as Client, { ...statements(single), transaction }) as unknown as TenantDb;
}

/** Only the tenant's models and the given functions; made for every request and transaction, so its getters are shared. */
function facade(client: () => Client, functions: object): object {
  return Object.assign(new Facade(client), functions);
}

class Facade {
  readonly #client: () => Client;
  readonly #opened = new Map<string, Delegate>();

  constructor(client: () => Client) {
    this.#client = client;
  }

  static {
    for (const name of TENANT_MODELS.map(delegateName)) {
      Object.defineProperty(this.prototype, name, {
        get(this: Facade) {
          const known = this.#opened.get(name);
          if (known) return known;
          const opened = openDelegate(this.#client()[name]!);
          this.#opened.set(name, opened);
          return opened;
        },
      });
    }
  }
}

/**
 * Only the open operations: Prisma's own delegate also leads back to the whole client (`$parent`). `findUnique` becomes `findFirst`,
 * because Prisma collects findUnique calls of one tick into one query sent in the first caller's context, which hands one tenant's
 * rows to another.
 */
function openDelegate(delegate: Delegate): Delegate {
  const first = (operation: OpenOperation) => (args: Record<string, unknown> = {}) =>
    delegate[operation]!({ ...args, where: flattenUnique(args.where as Record<string, unknown>) });
  return {
    ...Object.fromEntries(OPEN_OPERATIONS.map((operation) => [operation, delegate[operation]!])),
    findUnique: first("findFirst"),
    findUniqueOrThrow: first("findFirstOrThrow"),
  };
}

function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code !== null && RETRYABLE.has(code);
}

/** SQLSTATE of an error, whether it came from pg directly or wrapped by Prisma; null when it has none. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, meta, cause } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }; cause?: { originalCode?: string } };
  const original = meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode;
  if (typeof original === "string") return original;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code) ? code : null;
}

const statementNames = new Map<string, string>();

/** Prisma's own statements repeat by shape; a bounded table of names keeps the server's plan cache bounded too. */
function nameOf(query: { sql: string }): string {
  const known = statementNames.get(query.sql);
  if (known) return known;
  const name = statementNames.size < 500 ? `p${statementNames.size}` : "";
  if (name) statementNames.set(query.sql, name);
  return name;
}
