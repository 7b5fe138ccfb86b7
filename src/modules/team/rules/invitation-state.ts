export type InvitationState = "open" | "expired" | "accepted" | "revoked";

/** How long a link may be used. A week covers the days on which a new cashier does not read mail. */
export const INVITATION_MS = 7 * 86_400_000;

/** What has become of an invitation at `now`. */
export function invitationState({ acceptedAt, revokedAt, expiresAt }: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }, now: Date): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null) return "revoked";
  return expiresAt > now ? "open" : "expired";
}
