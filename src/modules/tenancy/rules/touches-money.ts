import type { SettingsInput } from "../schema.ts";

/** Whether a change of settings is a grave one: another currency makes other amounts of all that is written down, another age of the log deletes what it told. */
export function touchesMoney({ currency, auditMonths }: SettingsInput): boolean {
  return currency !== undefined || auditMonths !== undefined;
}
