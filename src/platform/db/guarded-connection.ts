import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { orderedSender, type Send } from "./ordered-sender.ts";

/** A COMMIT that PostgreSQL answered with ROLLBACK, or a statement sent after the end: nothing was saved. */
export class TransactionLostError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TransactionLostError";
  }
}

const BEGUN = { command: "BEGIN", rowCount: 0, rows: [], fields: [], oid: 0 } as unknown as QueryResult;

/**
 * One transaction's connection, with two lies of the stack above it closed: a COMMIT that was answered by ROLLBACK is an error
 * (an error caught inside the transaction leaves it aborted, and the server only says so in the command tag), and nothing is
 * sent once COMMIT or ROLLBACK is on its way (a late statement would commit by itself on a connection that others use).
 */
export class GuardedConnection {
  private state: "open" | "ended" = "open";
  private released = false;
  private readonly client: PoolClient;
  private readonly send: Send;
  private readonly opening: Promise<unknown>[] = [];
  private readonly ignore = () => {};

  constructor(client: PoolClient) {
    this.client = client;
    this.send = orderedSender(client);
    // A checked-out client without a listener turns a dropped connection into an uncaught exception.
    client.on("error", this.ignore);
  }

  /** Sends BEGIN and the tenant without waiting: with pipelining they travel with the first statement. */
  open(begin: string, context: readonly string[]): void {
    for (const text of [begin, ...context]) {
      const sent = this.send(text);
      sent.catch(this.ignore);
      this.opening.push(sent);
    }
  }

  /** Resolves when the transaction is open for its tenant. */
  async opened(): Promise<void> {
    await Promise.all(this.opening);
  }

  /** The contract that Prisma's adapter expects of a pg client. */
  async query(statement: string | QueryConfig): Promise<QueryResult> {
    if (this.state === "ended") throw new TransactionLostError("Statement after the end of its transaction");
    switch (typeof statement === "string" ? statement : statement.text) {
      // The pool sent it together with the tenant. Without them a statement finds no row and may write none, and COMMIT asks for them.
      case "BEGIN":
        return BEGUN;
      case "COMMIT":
        return this.commit();
      case "ROLLBACK":
        this.state = "ended";
        return this.send("ROLLBACK");
      default:
        return this.send(statement);
    }
  }

  private async commit(): Promise<QueryResult> {
    this.state = "ended";
    const [result] = await Promise.all([this.send("COMMIT"), this.opened()]);
    if (result.command !== "COMMIT") throw new TransactionLostError(`COMMIT was answered by ${result.command}: the transaction had failed before`);
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
    this.client.release(error || !isIdle(this.client));
  }
}

/** Whether the server said that the connection is outside any transaction. */
export function isIdle(client: PoolClient): boolean {
  return (client as PoolClient & { getTransactionStatus(): string | null }).getTransactionStatus() === "I";
}
