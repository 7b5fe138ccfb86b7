/** What can be made of a difference: it is accepted, a credit note is claimed for it, or the bill was typed wrong. */
export const DECISIONS = ["accept", "claim", "correct"] as const;
export type Decision = (typeof DECISIONS)[number];
