import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../scripts/postgres/free-port.ts";
import { chooseRunAs } from "../../scripts/postgres/run-as.ts";
import { findPgbouncer } from "../../scripts/suite/find-program.ts";

export interface Pooler {
  /** The same database and role, through the pooler. */
  url: string;
  close(): Promise<void>;
}

/** PgBouncer in transaction mode on a free port, in front of the server of `appUrl`, with that many server connections. Says what to install where there is none. */
export async function startPgBouncer(appUrl: string, poolSize: number): Promise<Pooler> {
  const target = new URL(appUrl);
  const user = chooseRunAs("/nonexistent");
  const folder = mkdtempSync(join(tmpdir(), "mostrador-pooler-"));
  const port = await freePort();
  const log = join(folder, "pgbouncer.log");
  const files = { "pgbouncer.ini": settings(target, port, poolSize, folder), "userlist.txt": `"${target.username}" "${decodeURIComponent(target.password)}"\n`, "pgbouncer.log": "" };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    if (user) chownSync(join(folder, name), user.uid, user.gid);
  }
  // PgBouncer refuses to run as root.
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const child = spawn(findPgbouncer(), ["-q", join(folder, "pgbouncer.ini")], { ...(user ? { uid: user.uid, gid: user.gid } : {}), cwd: "/", stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
  const url = new URL(appUrl);
  url.host = `127.0.0.1:${port}`;
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (await untilAnswers(url.href, () => child.exitCode !== null)) return { url: url.href, close };
  const words = readFileSync(log, "utf8");
  await close();
  throw new Error(`PgBouncer did not start: ${words}`);
}

function settings(target: URL, port: number, poolSize: number, folder: string): string {
  return `[databases]
${target.pathname.slice(1)} = host=${target.hostname} port=${target.port || "5432"}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, "userlist.txt")}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
ignore_startup_parameters = extra_float_digits
logfile = ${join(folder, "pgbouncer.log")}
`;
}

async function untilAnswers(url: string, gone: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end && !gone(); await new Promise((resolve) => setTimeout(resolve, 50))) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT 1");
      return true;
    } catch {
      continue;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
