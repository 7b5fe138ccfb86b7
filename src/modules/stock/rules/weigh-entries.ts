import { compare, type Decimal } from "@/kernel/decimal.ts";

interface Weighable {
  id: string;
  /** Found minus what the ledger said at that instant, less what other counts corrected since. */
  difference: Decimal;
}

/**
 * The difference of one product: the one that all its counters agree on, each against the ledger of their own instant, so that a sale between
 * two counters is no dispute; or that of the entry that somebody chose. Null while it is disputed.
 */
export function weighEntries(entries: readonly Weighable[], chosenId: string | undefined): Decimal | null {
  const chosen = entries.find(({ id }) => id === chosenId);
  if (chosen) return chosen.difference;
  const [first] = entries;
  return first && entries.every(({ difference }) => compare(difference, first.difference) === 0) ? first.difference : null;
}
