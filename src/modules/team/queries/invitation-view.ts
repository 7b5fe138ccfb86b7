import { derivedSecret } from "@/modules/identity/secret.ts";
import type { Role } from "@/modules/tenancy/permissions.ts";
import { env } from "@/platform/env.ts";
import { invitationState, type InvitationState } from "../rules/invitation-state.ts";

export interface InvitationView {
  id: string;
  email: string;
  name: string;
  role: Exclude<Role, "OWNER">;
  permissionSet: string | null;
  permissionSetName: string | null;
  permissions: string[];
  thresholds: Readonly<Record<string, string | null>>;
  state: InvitationState;
  /** RFC 3339. */
  sentAt: string;
  expiresAt: string;
  /** To send to the person by hand; null when it opens nothing any more. */
  link: string | null;
}

export interface InvitationRow extends Omit<InvitationView, "state" | "link" | "sentAt" | "expiresAt"> {
  sentAt: Date;
  expiresAt: Date;
  round: number;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** The token of an invitation's link as sent for the n-th time. */
export function invitationToken(id: string, round: number): string {
  return derivedSecret(invitationSecret(id, round));
}

/** Its name, for a mail. */
export function invitationSecret(id: string, round: number): string {
  return `invitation:${id}:${round}`;
}

export function invitationView({ round, acceptedAt, revokedAt, ...row }: InvitationRow, now: Date): InvitationView {
  const state = invitationState({ acceptedAt, revokedAt, expiresAt: row.expiresAt }, now);
  // The configured address, never the request's Host: whoever forges that would get the link to their own house.
  return { ...row, sentAt: row.sentAt.toISOString(), expiresAt: row.expiresAt.toISOString(), state, link: state === "open" ? new URL(`/invite/${invitationToken(row.id, round)}`, env.NEXTAUTH_URL).href : null };
}
