import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { Fault } from "../boot/fault.mjs";
import { applicationUrls } from "../database/application-urls.ts";
import { migrate } from "../database/apply-migrations.ts";
import { ownerUrl } from "../database/owner-url.ts";
import { roleUrl } from "../../src/platform/role-url.ts";
import { loadEnvironment } from "./load-environment.ts";

type Lent = { env: NodeJS.ProcessEnv; close: () => Promise<void> };

async function lendShop(): Promise<Lent> {
  const { secrets, url } = loadEnvironment();
  const database = await ownerUrl(secrets.POSTGRES_PASSWORD);
  try {
    const urls = applicationUrls();
    await migrate(database.url, { secret: secrets.NEXTAUTH_SECRET, givenUrls: urls, say: console.error });
    const env = {
      ...process.env, NEXTAUTH_URL: url, DATABASE_URL: database.url,
      APP_DATABASE_URL: urls.app_tenant ?? roleUrl(database.url, secrets.NEXTAUTH_SECRET, "app_tenant"),
      CONTROL_DATABASE_URL: urls.app_control ?? roleUrl(database.url, secrets.NEXTAUTH_SECRET, "app_control"),
    };
    return { env, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Runs a TypeScript file in a process of its own, on the checkout's database if asked. Answers its exit code. */
export async function runFile(file: string, args: readonly string[], onShop: boolean): Promise<number> {
  if (!existsSync(file)) throw new Fault("defect", `There is no ${file || "file to run"}.`);
  const lent: Lent = onShop ? await lendShop() : { env: process.env, close: async () => undefined };
  const child = spawn(process.execPath, ["--import", "./scripts/alias.mjs", file, ...args], { env: lent.env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  try {
    return await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)).once("error", () => resolve(1)));
  } finally {
    await lent.close();
  }
}
