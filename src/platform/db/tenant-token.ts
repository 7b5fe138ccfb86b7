import { AsyncLocalStorage } from "node:async_hooks";
import { isUuid } from "../../kernel/id.ts";
import type { GuardedConnection } from "./guarded-connection.ts";

/**
 * The permission to send one thing to the database for one tenant. Minted by the tenant client around a single operation or
 * transaction from the tenant it was made for, never by the request at large: Prisma batches and defers work, and would carry
 * an ambient tenant from one request into another.
 */
export interface TenantToken {
  tenantId: string;
  /** An operation sends statements, or opens one transaction of its own (Prisma does so for an upsert); a transaction only opens. */
  kind: "operation" | "transaction";
  /** Set when the one transaction of this token was opened. */
  spent?: boolean;
  /** Filled by the pool when the transaction's connection is open. */
  connection?: GuardedConnection;
}

const storage = new AsyncLocalStorage<TenantToken>();

/** Runs `work` with a token. The work must await inside: a Prisma promise is lazy and sends nothing until it is awaited. */
export function withToken<T>(token: TenantToken, work: () => Promise<T>): Promise<T> {
  return storage.run(token, work);
}

/** Throws MissingTenantError when nobody minted a token: the third wall fails closed. */
export function needToken(): TenantToken {
  const token = storage.getStore();
  if (!token || !isUuid(token.tenantId)) throw new MissingTenantError("Nothing reaches the database without a tenant: go through the tenant client");
  return token;
}

export class MissingTenantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MissingTenantError";
  }
}
