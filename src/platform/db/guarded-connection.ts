import type { PoolClient, QueryConfig, QueryResult } from "pg";

/** A COMMIT that PostgreSQL answered with ROLLBACK, or a statement sent after the end: nothing was saved. */
export class TransactionLostError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TransactionLostError";
  }
}

/**
 * One transaction's connection, with two lies of the stack above it closed: a COMMIT that was answered by ROLLBACK is an error
 * (an error caught inside the transaction leaves it aborted, and the server only says so in the command tag), and nothing is
 * sent once COMMIT or ROLLBACK is on its way (a late statement would commit by itself on a connection that others use).
 */
export class GuardedConnection {
  private state: "open" | "ended" = "open";
  private released = false;
  private readonly client: PoolClient;
  private readonly opening: Promise<unknown>[] = [];
  private readonly ignore = () => {};

  constructor(client: PoolClient) {
    this.client = client;
    // A checked-out client without a listener turns a dropped connection into an uncaught exception.
    client.on("error", this.ignore);
  }

  /** Sends BEGIN and the tenant without waiting: with pipelining they travel with the first statement. */
  open(begin: string, context: readonly string[]): void {
    for (const text of [begin, ...context]) {
      const sent = this.client.query(text);
      sent.catch(this.ignore);
      this.opening.push(sent);
    }
  }

  async opened(): Promise<void> {
    await Promise.all(this.opening);
  }

  /** The contract that Prisma's adapter expects of a pg client. */
  async query(statement: string | QueryConfig): Promise<QueryResult> {
    const text = (typeof statement === "string" ? statement : statement.text).trim().toUpperCase();
    if (this.state === "ended") throw new TransactionLostError("Statement after the end of its transaction");
    // The pool already opened the transaction together with its tenant.
    if (text === "BEGIN") {
      await this.opened();
      return { command: "BEGIN", rowCount: 0, rows: [], fields: [], oid: 0 } as unknown as QueryResult;
    }
    if (text === "COMMIT" || text === "ROLLBACK") return this.end(text);
    return this.client.query(statement as QueryConfig);
  }

  private async end(how: "COMMIT" | "ROLLBACK"): Promise<QueryResult> {
    this.state = "ended";
    const result = await this.client.query(how);
    if (how === "COMMIT" && result.command !== "COMMIT") {
      throw new TransactionLostError(`COMMIT was answered by ${result.command}: the transaction had failed before`);
    }
    return result;
  }

  on(event: "error", listener: (error: Error) => void): void {
    this.client.on(event, listener);
  }

  removeListener(event: "error", listener: (error: Error) => void): void {
    this.client.removeListener(event, listener);
  }

  /** Gives the connection back once; one that is not idle goes to the bin rather than to the next tenant. */
  release(error?: Error | boolean): void {
    this.state = "ended";
    if (this.released) return;
    this.released = true;
    this.client.removeListener("error", this.ignore);
    const idle = (this.client as PoolClient & { getTransactionStatus(): string | null }).getTransactionStatus() === "I";
    this.client.release(error || !idle);
  }
}
