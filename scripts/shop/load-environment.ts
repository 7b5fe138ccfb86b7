import { existsSync } from "node:fs";
import { Fault } from "../boot/fault.mjs";
import { parseEnv, type Env } from "../../src/platform/env.ts";
import { dataDir, readSecrets } from "../secrets.mjs";

export type ShopEnvironment = {
  secrets: { NEXTAUTH_SECRET: string; JWT_SECRET: string; POSTGRES_PASSWORD: string };
  dataDir: string;
  host: string;
  port: number;
  /** What people type. */
  url: string;
};

/** Where the server can be asked from this machine, for any host that it may listen on. */
export const localHost = (host: string): string => (host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host);

/** Reads .env and the generated secrets into this process's environment, and checks all of it before anything is started. */
export function loadEnvironment(): ShopEnvironment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const secrets = readSecrets();
  process.env["NEXTAUTH_SECRET"] = secrets.NEXTAUTH_SECRET;
  process.env["JWT_SECRET"] = secrets.JWT_SECRET;
  let env: Env;
  try {
    // The built-in database's URL is known only once it runs.
    env = parseEnv({ ...process.env, DATABASE_URL: process.env["DATABASE_URL"] || "postgresql://localhost/later" });
  } catch (error) {
    throw new Fault("wrongEnvironment", (error as Error).message);
  }
  return { secrets, dataDir: dataDir(), host: env.HOST, port: env.PORT, url: env.NEXTAUTH_URL };
}
