import type { AppRole } from "../../src/platform/role-url.ts";

/** The URLs of the application's roles that the operator gave, as roles.ts wants them. */
export function applicationUrls(): Partial<Record<AppRole, string | undefined>> {
  return { app_tenant: process.env["APP_DATABASE_URL"] || undefined, app_control: process.env["CONTROL_DATABASE_URL"] || undefined };
}
