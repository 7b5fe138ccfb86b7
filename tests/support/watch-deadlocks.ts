import pg from "pg";
import { vi } from "vitest";

/**
 * Counts the deadlocks that PostgreSQL tells this process about, below every retry. Before the first connection is opened: pg binds the
 * listener when it connects.
 */
export function watchDeadlocks(): () => number {
  let seen = 0;
  const prototype = pg.Client.prototype as unknown as { _handleErrorMessage: (this: pg.Client, message: { code?: string }) => void };
  const original = prototype._handleErrorMessage;
  vi.spyOn(prototype, "_handleErrorMessage").mockImplementation(function (this: pg.Client, message) {
    if (message.code === "40P01") seen += 1;
    original.call(this, message);
  });
  return () => seen;
}
