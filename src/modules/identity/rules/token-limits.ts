import type { AttemptLimit } from "./attempt-limits.ts";

export type TokenKind = "verify" | "reset" | "email";

const MINUTE_MS = 60_000;

/** How long the link in a mail may be used. A reset link is a key to the account, so it is short. */
export const TOKEN_MS: Readonly<Record<TokenKind, number>> = { reset: 30 * MINUTE_MS, verify: 24 * 60 * MINUTE_MS, email: 24 * 60 * MINUTE_MS };

/** Mails asked for one address: nobody's mailbox is flooded through us. */
export const MAILS_BY_ADDRESSEE: readonly AttemptLimit[] = [{ seconds: 3_600, most: 3 }];
export const MAILS_BY_VISITOR: readonly AttemptLimit[] = [{ seconds: 3_600, most: 20 }];
