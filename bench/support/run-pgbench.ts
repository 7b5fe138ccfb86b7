import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { PgbenchScript } from "./pgbench-script.ts";

export interface PgbenchRun {
  perSecond: number;
  times: number[];
}

const DEBIAN = "/usr/lib/postgresql";

/** PostgreSQL's own benchmark, which its small distributions leave out: PGBENCH_PATH, the PATH, or Debian's place. Throws with what to do. */
export function findPgbench(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...(process.env["PGBENCH_PATH"] ? [process.env["PGBENCH_PATH"]] : []),
    ...versions.map((version) => join(DEBIAN, version, "bin", "pgbench")),
    ...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean).map((folder) => join(folder, "pgbench")),
  ];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error("pgbench is needed for this comparison and is not here. Install PostgreSQL's contrib programs (Debian: postgresql-contrib), or set PGBENCH_PATH.");
  return found;
}

/** Runs the scripts in equal shares with prepared statements, as the application's role; latencies of every transaction. */
export async function runPgbench(program: string, url: string, scripts: readonly PgbenchScript[], { clients, seconds }: { clients: number; seconds: number }): Promise<PgbenchRun> {
  const folder = mkdtempSync(join(tmpdir(), "mostrador-pgbench-"));
  const target = new URL(url);
  try {
    const files = scripts.map(({ text }, i) => {
      writeFileSync(join(folder, `s${i}.sql`), text);
      return ["-f", `s${i}.sql`];
    });
    const given = Object.entries(scripts[0]!.variables).flatMap(([name, value]) => ["-D", `${name}=${value}`]);
    const args = ["-n", "-M", "prepared", "-c", String(clients), "-j", "2", "-T", String(seconds), "-l", "--log-prefix=log", ...given, ...files.flat(), target.pathname.slice(1)];
    const connection = { PGHOST: target.hostname, PGPORT: target.port || "5432", PGUSER: decodeURIComponent(target.username), PGPASSWORD: decodeURIComponent(target.password) };
    const output = await run(program, args, folder, { ...process.env, ...connection });
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
    if (!(perSecond > 0) || /^number of failed transactions: [1-9]/m.test(output)) throw new Error(`pgbench failed:\n${output}`);
    const logs = readdirSync(folder).filter((name) => name.startsWith("log."));
    const times = logs.flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n").map((line) => Number(line.split(" ")[2]) / 1_000));
    return { perSecond, times };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    child.once("error", reject).once("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`pgbench ended with ${code}:\n${output.slice(-4_000)}`))));
  });
}
