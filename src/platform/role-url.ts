import { createHmac } from 'node:crypto';

/** The two roles that the application signs in as. Migrations grant to these names, so they are fixed. */
export const appRoles = ['app_tenant', 'app_control'] as const;
export type AppRole = (typeof appRoles)[number];

/** A role's password, made from the installation's secret: nothing to store, and it changes when the secret does. 64 hex digits. */
export function rolePassword(secret: string, role: AppRole): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

/** The owner's URL with the application role in the owner's place; host, database and parameters stay. */
export function roleUrl(ownerUrl: string, secret: string, role: AppRole): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.href;
}
