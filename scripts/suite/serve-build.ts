import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { serverFile } from "../boot/build.mjs";
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from "../database/open-test-database.ts";
import { freePort } from "../postgres/free-port.ts";
import { serve } from "../shop/serve.ts";

export type ServedBuild = Pick<TestDatabase, "ownerUrl" | "superUrl" | "appUrl" | "controlUrl"> & {
  url: string;
  crashServer: () => void;
  crashDatabase: TestDatabase["crash"];
  stop: () => Promise<void>;
};

/** Where a served build writes its mails. The server works in another folder, so the path is whole. */
export function suiteDataDir(): string {
  return resolve(".data", "suite");
}

/**
 * The production build on an empty database of its own, on the loopback interface: what the container runs.
 * For journeys, benches and screens; `env` adds to or overrides the server's environment. The build must exist.
 */
export async function serveBuild({ port, env = {}, ...options }: { port?: number; env?: Record<string, string> } & TestDatabaseOptions = {}): Promise<ServedBuild> {
  const secret = env["NEXTAUTH_SECRET"] ?? randomBytes(32).toString("hex");
  const database = await openTestDatabase(secret, options);
  const chosen = port ?? await freePort();
  const url = `http://127.0.0.1:${chosen}`;
  const { DATABASE_URL: _owner, ...rest } = process.env;
  try {
    const server = await serve({
      args: [serverFile], host: "127.0.0.1", port: chosen,
      env: {
        ...rest, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(chosen), HOST: "127.0.0.1", HOSTNAME: "127.0.0.1", NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: secret, JWT_SECRET: randomBytes(32).toString("hex"), APP_DATABASE_URL: database.appUrl, CONTROL_DATABASE_URL: database.controlUrl,
        RATE_LIMIT_SCALE: "1000", LOG_LEVEL: "warn", DATA_DIR: suiteDataDir(), ...env,
      },
    });
    const stop = async (): Promise<void> => {
      await server.stop();
      await database.close();
    };
    const { ownerUrl, superUrl, appUrl, controlUrl, crash } = database;
    return { url, ownerUrl, superUrl, appUrl, controlUrl, crashServer: server.crash, crashDatabase: crash, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}
