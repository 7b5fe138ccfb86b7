import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export type Wanted = {
  /** Environment variable with an explicit path. */
  variable: string;
  names: readonly string[];
  /** Debian's package, installed when we are root there and nothing else is found. */
  debianPackage: string;
};

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names: readonly string[]): string | null {
  // Servers such as PgBouncer live in sbin, which is not on everybody's PATH.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/local/sbin", "/usr/sbin", "/usr/bin"];
  for (const folder of folders) for (const name of names) if (folder !== "" && executable(join(folder, name))) return join(folder, name);
  return null;
}

function installFromDebian(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log(`Installing ${name} with apt-get, because the tests need it`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", name]]) {
    const { status } = spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return;
  }
}

/** The program's path, or null when this machine has none and may not install it. `own` is a further place to look. */
export function findProgram({ variable, names, debianPackage }: Wanted, own?: string): string | null {
  const given = process.env[variable];
  if (given) return given;
  const found = onPath(names) ?? (own !== undefined && existsSync(own) ? own : null);
  if (found !== null) return found;
  installFromDebian(debianPackage);
  return onPath(names);
}

/** PgBouncer for the tests that go through it; throws where it cannot be had. */
export function findPgbouncer(): string {
  const found = findProgram({ variable: "PGBOUNCER_PATH", names: ["pgbouncer"], debianPackage: "pgbouncer" });
  if (found === null) throw new Error("PgBouncer is needed for this test: install it, or set PGBOUNCER_PATH.");
  return found;
}

/** Redis for the tests that count in it; throws where it cannot be had. */
export function findRedis(): string {
  const found = findProgram({ variable: "REDIS_SERVER_PATH", names: ["redis-server"], debianPackage: "redis-server" });
  if (found === null) throw new Error("Redis is needed for this test: install redis-server, or set REDIS_SERVER_PATH.");
  return found;
}

const SHELL: Wanted = { variable: "PLAYWRIGHT_CHROMIUM_PATH", names: ["chromium-headless-shell"], debianPackage: "chromium-headless-shell" };
const WHOLE: Wanted = { variable: "PLAYWRIGHT_CHROMIUM_PATH", names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], debianPackage: "chromium" };

/**
 * A Chromium for the journeys; `own` is where Playwright keeps its own. Throws where none can be had. The shell without a window is the same
 * engine: a browser that has one spends a second of processor on toolbars that nobody sees, for each of hundreds of contexts.
 */
export function findChromium(own?: string): string {
  const found = findProgram(SHELL) ?? findProgram(WHOLE, own);
  if (found === null) throw new Error("A Chromium is needed for the journeys: install it, or set PLAYWRIGHT_CHROMIUM_PATH.");
  return found;
}

/** Arguments that a headless Chromium needs here: no sandbox as root, and no calls of its own to the network. */
export function chromiumArguments(): string[] {
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
}
