import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exitCode } from "../../scripts/boot/fault.mjs";
import { chooseDataDir } from "../../scripts/postgres/choose-data-dir.ts";
import { freePort } from "../../scripts/postgres/free-port.ts";
import { alive } from "../../scripts/postgres/stop-leftover.ts";
import { endAll, runSmallShop, type SmallShop } from "./run-small-shop.ts";

let folder: string;
let cluster: string;
let env: Record<string, string>;
const strangers: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mostrador-boot-"));
  chmodSync(folder, 0o755);
  cluster = chooseDataDir(join(folder, "postgres")).dataDir;
  env = { DATA_DIR: folder, PORT: String(await freePort()), HOST: "127.0.0.1" };
});

afterAll(async () => {
  await endAll();
  for (const stranger of strangers) stranger.kill();
  rmSync(folder, { recursive: true, force: true });
  if (!cluster.startsWith(folder)) rmSync(dirname(cluster), { recursive: true, force: true });
});

const postmaster = (): number => Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
const answers = async (): Promise<boolean> => fetch(`http://127.0.0.1:${env["PORT"]}/`).then(({ ok }) => ok, () => false);

async function opened(): Promise<SmallShop> {
  const shop = runSmallShop(env);
  expect(await shop.open, shop.printed()).toBe(true);
  return shop;
}

async function closesWith(shop: SmallShop, signal: NodeJS.Signals): Promise<void> {
  shop.child.kill(signal);
  expect(await shop.exitCode, shop.printed()).toBe(0);
  expect(await answers()).toBe(false);
  expect(existsSync(join(folder, "running.json"))).toBe(false);
  expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
}

// One after another on one data folder, as a machine's days go by.

test("the first start says what it does, and SIGTERM leaves nothing running", async () => {
  const shop = await opened();
  expect(shop.printed()).toMatch(/Starting the database …[\s\S]*Making a new database in .*[\s\S]*Migrated the database: 0001_init,[\s\S]*Mostrador is open: http/);
  expect(await answers()).toBe(true);
  await closesWith(shop, "SIGTERM");
});

test("a second start is sent to the first, which goes on", async () => {
  const shop = await opened();
  const second = runSmallShop({ ...env, PORT: String(await freePort()) });
  expect(await second.exitCode).toBe(exitCode.alreadyRunning);
  expect(second.printed()).toContain(`already running: http://localhost:${env["PORT"]}`);
  expect(await answers()).toBe(true);
  await closesWith(shop, "SIGINT");
});

test("after a kill -9 of the shop nothing answers any more, and the next start takes the database over", async () => {
  const shop = await opened();
  const old = postmaster();
  shop.child.kill("SIGKILL");
  await shop.exitCode;
  await expect.poll(answers).toBe(false);
  const next = await opened();
  expect(next.printed()).toContain("Stopped a database that an earlier run had left behind");
  expect(alive(old)).toBe(false);

  process.kill(postmaster(), "SIGKILL");
  expect(await next.exitCode).toBe(exitCode.defect);
  expect(next.printed()).toContain("The database ended by itself; start again to let it recover");
  await closesWith(await opened(), "SIGTERM");
});

test("a lock file whose number now belongs to a stranger is cleared, and the stranger left alone", async () => {
  const stranger = spawn("sleep", ["60"]);
  strangers.push(stranger);
  writeFileSync(join(cluster, "postmaster.pid"), `${stranger.pid}\n${cluster}\n`);
  await closesWith(await opened(), "SIGTERM");
  expect(alive(stranger.pid!)).toBe(true);
});

test("a taken port is told with the way to choose another one", async () => {
  const other = createServer().listen(Number(env["PORT"]), "127.0.0.1");
  const shop = runSmallShop(env);
  expect(await shop.exitCode).toBe(exitCode.portTaken);
  expect(shop.printed()).toContain(`Port ${env["PORT"]} is already in use by another program. Choose another one, for example: PORT=`);
  await new Promise((resolve) => other.close(resolve));
});

test("a wrong environment is told before anything is started", async () => {
  const shop = runSmallShop({ ...env, PORT: "many", RATE_LIMIT_SCALE: "0" });
  expect(await shop.exitCode).toBe(exitCode.wrongEnvironment);
  expect(shop.printed()).toMatch(/RATE_LIMIT_SCALE must be more than 0[\s\S]*PORT must be a whole number/);
});
