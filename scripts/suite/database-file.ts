import { tmpdir } from "node:os";
import path from "node:path";

/** Where the journeys' server (scripts/e2e-server.mjs) tells their helpers of its database: rows of thousands are not planted through forms. */
export function databaseFile(port: number): string {
  return path.join(tmpdir(), `mostrador-e2e-${port}.json`);
}
