import { randomBytes } from "node:crypto";
import pg from "pg";
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
    /** A database like the run's as it was migrated, which nobody is connected to: for those that need one of their own. */
    pristine: string;
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A copy takes a tenth of a second where the migrations take several; PostgreSQL copies only what nobody is connected to. */
async function keepPristine(ownerUrl: string): Promise<string> {
  const maintenance = new URL(ownerUrl);
  const own = maintenance.pathname.slice(1);
  const pristine = `${own}_pristine`;
  maintenance.pathname = "/postgres";
  await run(maintenance.href, `CREATE DATABASE ${pristine} TEMPLATE ${own}`);
  return pristine;
}

/** One cluster and one migrated database for the whole run; every test opens its own shop in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env["NEXTAUTH_SECRET"] ??= randomBytes(32).toString("hex");
  process.env["JWT_SECRET"] ??= randomBytes(32).toString("hex");
  process.env["LOG_LEVEL"] ??= "error";
  const database = await openTestDatabase(process.env["NEXTAUTH_SECRET"]);
  const pristine = await keepPristine(database.ownerUrl);
  Object.assign(process.env, { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl });
  project.provide("ownerUrl", database.ownerUrl);
  project.provide("superUrl", database.superUrl);
  project.provide("appUrl", database.appUrl);
  project.provide("controlUrl", database.controlUrl);
  project.provide("pristine", pristine);
  return async () => {
    await run(database.ownerUrl, `DROP DATABASE IF EXISTS ${pristine} WITH (FORCE)`);
    await database.close();
  };
}
