import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { CODES_SHOWN_MS } from "../rules/second-factor-limits.ts";
import { unseal } from "../seal.ts";
import { recoveryCodes, totpAddress } from "../totp.ts";

export interface SecondFactorView {
  isOn: boolean;
  /** While it is being set up: for the authenticator, as a QR code and to be typed. */
  setUp: { address: string; secret: string } | null;
  /** Shortly after it was set up, to be written down. */
  codes: string[] | null;
  codesLeft: number;
  /** Whether a shop of the person's demands it. */
  isRequired: boolean;
}

interface Row {
  email: string;
  sealed: string | null;
  since: Date | null;
  left: number;
  required: boolean;
}

/** The person's own second factor; for nobody else's eyes. */
export async function getSecondFactor(userId: string, now: Date): Promise<SecondFactorView> {
  const [row] = await databases().control.rows<Row>(sql`
    SELECT u.email, u.totp_secret AS sealed, u.totp_since AS since,
           (SELECT count(*)::int FROM recovery_code c WHERE c.user_id = u.id AND c.used_at IS NULL) AS left,
           EXISTS (SELECT FROM membership m JOIN tenant t ON t.id = m.tenant_id WHERE m.user_id = u.id AND m.deactivated_at IS NULL AND t.require_totp) AS required
    FROM "user" u WHERE u.id = ${userId}`);
  if (!row) throw new Error("A session's person is gone");
  const secret = row.since === null && row.sealed !== null ? unseal(row.sealed, "totp") : null;
  const fresh = row.since !== null && now.getTime() - row.since.getTime() < CODES_SHOWN_MS;
  return {
    isOn: row.since !== null,
    setUp: secret === null ? null : { address: totpAddress(secret, row.email), secret },
    codes: fresh ? recoveryCodes(userId, row.since!) : null,
    codesLeft: row.left,
    isRequired: row.required,
  };
}
