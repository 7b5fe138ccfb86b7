/** Why stock is put right by hand; words in messages, stock.reasons. Other words are kept as they were written. */
export const REASONS = ["breakage", "loss", "theft", "expiry", "own_use", "found", "correction", "other"] as const;

export type Reason = (typeof REASONS)[number];

export function isReason(text: string): text is Reason {
  return (REASONS as readonly string[]).includes(text);
}
