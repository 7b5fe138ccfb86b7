import { expect, inject, test } from "vitest";
import { exitCode, report } from "../../scripts/boot/fault.mjs";
import { migrate } from "../../scripts/database/apply-migrations.ts";
import { reachServer } from "../../scripts/database/reach-server.ts";
import { freePort } from "../../scripts/postgres/free-port.ts";
import { serveOldVersion } from "./old-server.ts";

const secret = process.env["NEXTAUTH_SECRET"]!;
const refused = (url: string, patienceMs = 100) => reachServer(url, patienceMs).then(() => null, (error: unknown) => error);

test("a server older than PostgreSQL 15 is named with its version", async () => {
  const { url, server } = await serveOldVersion("140012");
  expect(await refused(url)).toMatchObject({ code: exitCode.databaseTooOld, message: expect.stringMatching(/is PostgreSQL 14; 15 or newer is needed/) as string });
  server.close();
});

test("PostgreSQL 15 will do", async () => {
  const { url, server } = await serveOldVersion("150000");
  const client = await reachServer(url, 100);
  await client.end();
  server.close();
});

test("a server that is not there is named without the password", async () => {
  const failed = await refused(`postgresql://owner:very-secret@127.0.0.1:${await freePort()}/shop`);
  expect(failed).toMatchObject({ code: exitCode.databaseUnreachable, message: expect.stringMatching(/owner@127\.0\.0\.1:\d+\/shop cannot be reached: .*ECONNREFUSED/) as string });
  expect((failed as Error).message).not.toContain("very-secret");
});

test("a wrong password and a database that is missing are told at once", async () => {
  const wrong = new URL(inject("ownerUrl"));
  wrong.password = "guess";
  const missing = new URL(inject("ownerUrl"));
  missing.pathname = "/nowhere";
  const from = Date.now();
  expect(await refused(wrong.href, 15_000)).toMatchObject({ code: exitCode.databaseUnreachable, message: expect.stringContaining("password authentication failed") as string });
  expect(await refused(missing.href, 15_000)).toMatchObject({ code: exitCode.databaseUnreachable, message: expect.stringContaining('database "nowhere" does not exist') as string });
  expect(Date.now() - from).toBeLessThan(14_000);
});

test("a DATABASE_URL that is no URL is an error of the environment", async () => {
  expect(await refused("mostrador")).toMatchObject({ code: exitCode.wrongEnvironment });
});

test("a user who does not own the tables is told so, before anything is changed", async () => {
  const failed: unknown = await migrate(inject("appUrl"), { secret }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: exitCode.databaseNotOwned, message: expect.stringMatching(/app_tenant.* does not own/) as string });
});

test("a full disk has its own exit code, wherever it shows", () => {
  for (const error of [{ code: "ENOSPC", message: "write" }, { code: "53100", message: "could not extend file" }, new Error("initdb: No space left on device"), new Error("wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.")]) {
    expect(report(error)).toBe(exitCode.diskFull);
  }
});
