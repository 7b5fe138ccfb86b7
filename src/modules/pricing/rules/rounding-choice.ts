import type { RoundingBand, RoundingMode } from "./round-price.ts";

/** What the console offers: steps as people name them, and endings that they like. "step" or "step/ending". */
export const ROUNDING_CHOICES = ["list", "none", "1", "5", "10", "50", "100", "500", "1000", "10/9", "100/90", "100/99"] as const;

/** The bands of a choice; undefined leaves it to the list. */
export function bandsOfChoice(choice: string, mode: RoundingMode): RoundingBand[] | undefined {
  if (choice === "list") return undefined;
  if (choice === "none") return [];
  const [step = "1", ending = "0"] = choice.split("/");
  return [{ upTo: null, step, ending, mode }];
}
