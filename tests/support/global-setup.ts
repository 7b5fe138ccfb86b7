import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { openTestDatabase } from "../../scripts/database/open-test-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Owner of the run's database: no superuser, but CREATEROLE and CREATEDB. */
    ownerUrl: string;
    /** Superuser where the run has its own cluster, else the owner again. */
    superUrl: string;
    appUrl: string;
    controlUrl: string;
  }
}

/** One cluster and one migrated database for the whole run; every test opens its own shop in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env["NEXTAUTH_SECRET"] ??= randomBytes(32).toString("hex");
  process.env["JWT_SECRET"] ??= randomBytes(32).toString("hex");
  process.env["LOG_LEVEL"] ??= "error";
  const database = await openTestDatabase(process.env["NEXTAUTH_SECRET"]);
  Object.assign(process.env, { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl });
  project.provide("ownerUrl", database.ownerUrl);
  project.provide("superUrl", database.superUrl);
  project.provide("appUrl", database.appUrl);
  project.provide("controlUrl", database.controlUrl);
  return () => database.close();
}
