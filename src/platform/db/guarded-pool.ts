import pg from "pg";
import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { GuardedConnection, isIdle, TransactionLostError } from "./guarded-connection.ts";
import { orderedSender } from "./ordered-sender.ts";
import { MissingTenantError, needToken } from "./tenant-token.ts";

export interface PoolOptions {
  connectionString: string;
  max: number;
  /** Sends a transaction's statements without waiting for each answer (pg's pipeline mode). */
  pipeline: boolean;
  applicationName: string;
}

/**
 * The third wall: the pg pool under Prisma's own adapter. Every single operation travels as BEGIN, SET LOCAL app.tenant_id,
 * the statement and COMMIT in one burst; every transaction opens with its tenant; without a token nothing is sent.
 * `SET LOCAL` is a statement of its own because Citus forwards it to its workers and does not forward set_config().
 */
export class GuardedPool extends pg.Pool {
  constructor(options: PoolOptions) {
    super({
      connectionString: options.connectionString,
      max: options.max,
      pipeline: options.pipeline,
      application_name: options.applicationName,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    } as pg.PoolConfig);
    // An idle connection that the server closed is replaced at the next use.
    this.on("error", () => {});
  }

  // pg declares these methods as overloads with callbacks; Prisma's adapter uses the promise forms only, with one argument.
  override query = ((statement: string | QueryConfig) => this.single(statement)) as unknown as pg.Pool["query"];
  override connect = (() => this.begin()) as unknown as pg.Pool["connect"];

  private checkOut(): Promise<PoolClient> {
    return super.connect();
  }

  private async single(statement: string | QueryConfig): Promise<QueryResult> {
    const { tenantId, kind } = needToken();
    if (kind !== "operation") throw new MissingTenantError("A transaction's token sends nothing outside its transaction");
    const client = await this.checkOut();
    const ignore = () => {};
    client.on("error", ignore);
    let broken: Error | undefined;
    try {
      const [begin, set, answer, commit] = await Promise.allSettled(burstOf(client, tenantId, statement));
      for (const step of [begin, set]) if (step.status === "rejected") throw (broken = step.reason as Error);
      if (answer.status === "rejected") throw answer.reason;
      if (commit.status === "rejected") throw (broken = commit.reason as Error);
      if (commit.value.command !== "COMMIT") throw new TransactionLostError("A single statement was not committed");
      return answer.value;
    } finally {
      client.removeListener("error", ignore);
      client.release(broken ?? !isIdle(client));
    }
  }

  /** One token opens one transaction, so that a batch which Prisma runs in somebody else's context is refused. */
  private async begin(): Promise<GuardedConnection> {
    const token = needToken();
    if (token.spent) throw new MissingTenantError("This tenant token has opened its transaction already");
    token.spent = true;
    const connection = new GuardedConnection(await this.checkOut());
    connection.open("BEGIN", [setTenant(token.tenantId)]);
    token.connection = connection;
    return connection;
  }
}

function burstOf(client: PoolClient, tenantId: string, statement: string | QueryConfig) {
  const send = orderedSender(client);
  return [send("BEGIN"), send(setTenant(tenantId)), send(statement), send("COMMIT")] as const;
}

/** The id was checked to be a UUID when the token was read, so it can stand in the text. */
function setTenant(tenantId: string): string {
  return `SET LOCAL app.tenant_id = '${tenantId}'`;
}
