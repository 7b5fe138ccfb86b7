import type { Decision } from "./decide-verdict.ts";
import { NO_COUNTS, type RowCounts } from "./row-counts.ts";

/** Adds judged rows to the counts; answers new ones. */
export function countRows(before: RowCounts | null, rows: readonly Pick<Decision, "verdict" | "reasons">[]): RowCounts {
  const counts = { ...NO_COUNTS, ...before, errors: { ...before?.errors } };
  for (const { verdict, reasons } of rows) {
    counts[verdict] += 1;
    if (reasons.some(({ severity }) => severity === "warning")) counts.warning += 1;
    const error = reasons.find(({ severity }) => severity === "error");
    if (verdict === "error" && error) counts.errors[error.code] = (counts.errors[error.code] ?? 0) + 1;
  }
  return counts;
}
