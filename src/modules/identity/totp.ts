import { Secret, TOTP } from "otpauth";
import { derivedSecret } from "./secret.ts";

const ISSUER = "Mostrador";
const PERIOD_S = 30;
/** One step to each side: clocks of phones differ, and people type slowly. */
const WINDOW = 1;
const CODES = 10;

/** 160 random bits in base32 (RFC 4226 §4 R6). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The step of time that a code belongs to at `now`; null when it is none of this secret's. */
export function totpStep(secret: string, code: string, now: Date): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1_000 / PERIOD_S) + delta);
}

function totpOf(secret: string, label = ISSUER): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: "SHA1", digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) });
}

/** The recovery codes of a person's second factor as set up at `since`: made from the server's key, so they need not be kept to be shown. */
export function recoveryCodes(userId: string, since: Date): string[] {
  return Array.from({ length: CODES }, (_, i) => {
    const text = derivedSecret(`recovery:${userId}:${since.getTime()}:${i}`).toLowerCase().replace(/[^a-z2-9]/g, "").replace(/[lo]/g, "x");
    return `${text.slice(0, 5)}-${text.slice(5, 10)}`;
  });
}

/** As typed, with or without the hyphen. */
export function plainRecoveryCode(typed: string): string {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  return `${bare.slice(0, 5)}-${bare.slice(5)}`;
}
