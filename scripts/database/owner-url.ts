import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alive } from "../postgres/stop-leftover.ts";
import { chooseDataDir } from "../postgres/choose-data-dir.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { dataDir } from "../secrets.mjs";

/** The port on which the checkout's own database answers now, or null when it is not running. */
export function runningPort(folder: string): number | null {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port, , , , status] = readFileSync(file, "utf8").split("\n");
  return alive(Number(pid)) && status?.trim() === "ready" ? Number(port) : null;
}

/**
 * The owner's URL of the database that the other commands work on: DATABASE_URL, or the one that `npm start` or
 * `npm run dev` keeps in this checkout — which is started for the time of the command when it is not running.
 */
export async function ownerUrl(password: string): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env["DATABASE_URL"];
  if (given) return { url: given, close: async () => undefined };
  const wanted = join(dataDir(), "postgres");
  const port = runningPort(chooseDataDir(wanted).dataDir);
  if (port !== null) return { url: `postgresql://mostrador:${password}@127.0.0.1:${port}/mostrador`, close: async () => undefined };
  const server = await startPostgres({ dataDir: wanted, durable: true, password, say: console.log });
  return { url: server.ownerUrl, close: () => server.stop() };
}
