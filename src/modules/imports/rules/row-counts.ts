import type { Verdict } from "./decide-verdict.ts";

/** Rows by verdict; `warning` counts those of any verdict that carry one. */
export type RowCounts = Record<Verdict | "warning" | "kept", number> & {
  /** Rows by reason of error, the most frequent first. */
  errors: Record<string, number>;
};

export const NO_COUNTS: RowCounts = { new: 0, changed: 0, same: 0, error: 0, skipped: 0, warning: 0, kept: 0, errors: {} };
