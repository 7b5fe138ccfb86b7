import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say, step } from "../boot/say.mjs";
import { applicationUrls } from "../database/application-urls.ts";
import { migrate } from "../database/apply-migrations.ts";
import { startPostgres, type Postgres } from "../postgres/start-postgres.ts";
import { roleUrl } from "../../src/platform/role-url.ts";

export type OpenDatabase = {
  ownerUrl: string;
  appUrl: string;
  controlUrl: string;
  /** Resolves if the built-in database ends by itself; never for a server of somebody else. */
  ended: Promise<void>;
  close: () => Promise<void>;
};

/** The built-in server keeps its port between starts, so that a tool that was pointed at it finds it again. */
async function startOwn(folder: string, password: string): Promise<Postgres> {
  mkdirSync(folder, { recursive: true });
  const portFile = join(folder, "postgres.port");
  const port = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
  const server = await startPostgres({ dataDir: join(folder, "postgres"), port, durable: true, password, say });
  writeFileSync(portFile, `${server.port}\n`);
  return server;
}

/** DATABASE_URL, or the built-in PostgreSQL in the data folder; with roles and migrations in place. */
export async function openDatabase(folder: string, secrets: { NEXTAUTH_SECRET: string; POSTGRES_PASSWORD: string }): Promise<OpenDatabase> {
  const given = process.env["DATABASE_URL"] || undefined;
  const own = given === undefined ? await step("Starting the database", () => startOwn(folder, secrets.POSTGRES_PASSWORD)) : undefined;
  const ownerUrl = given ?? own?.ownerUrl ?? "";
  try {
    const urls = applicationUrls();
    const applied = await migrate(ownerUrl, { secret: secrets.NEXTAUTH_SECRET, givenUrls: urls, say });
    if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
    return {
      ownerUrl,
      appUrl: urls.app_tenant ?? roleUrl(ownerUrl, secrets.NEXTAUTH_SECRET, "app_tenant"),
      controlUrl: urls.app_control ?? roleUrl(ownerUrl, secrets.NEXTAUTH_SECRET, "app_control"),
      ended: own?.ended ?? new Promise(() => undefined),
      close: async () => own?.stop(),
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}
