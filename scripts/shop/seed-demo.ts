import { spawn } from "node:child_process";
import { Fault } from "../boot/fault.mjs";
import type { OpenDatabase } from "./open-database.ts";

/** Runs scripts/seed.ts on an open database; it makes what is missing and prints who may sign in. */
export async function seedDemo(database: OpenDatabase): Promise<void> {
  const env = { ...process.env, DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl };
  const child = spawn(process.execPath, ["--import", "./scripts/alias.mjs", "scripts/seed.ts"], { env, stdio: "inherit" });
  const code = await new Promise((resolve) => child.once("exit", resolve).once("error", () => resolve(1)));
  if (code !== 0) throw new Fault("defect", "The demo shops could not be made; the reason stands above.");
}
