import { env } from "../env.ts";
import { openControlDatabase, type ControlDb } from "./control-client.ts";
import { openTenantDatabase, type TenantDatabase } from "./tenant-client.ts";

interface Databases {
  tenants: TenantDatabase;
  control: ControlDb;
}

// `next dev` evaluates modules again on every change; the pools must survive that.
const held = globalThis as typeof globalThis & { mostradorDatabases?: Databases };

function open(): Databases {
  const common = { max: env.DB_POOL_MAX, pipeline: env.DB_PIPELINE, prepare: env.DB_PREPARE };
  return {
    tenants: openTenantDatabase({ ...common, connectionString: env.APP_DATABASE_URL, applicationName: "mostrador" }),
    control: openControlDatabase({ ...common, connectionString: env.CONTROL_DATABASE_URL, applicationName: "mostrador-control" }),
  };
}

/** The process's connections; opened at the first use, so that a build needs no database. */
export function databases(): Databases {
  return (held.mostradorDatabases ??= open());
}
