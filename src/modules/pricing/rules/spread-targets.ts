import type { Decimal } from "@/kernel/decimal.ts";
import type { CategoryTarget } from "./list-rules.ts";

/** The target margin of each category that has one: its own, or that of the nearest category above it. */
export function spreadTargets(targets: readonly CategoryTarget[], categories: readonly { id: string; parentId: string | null }[]): Record<string, Decimal> {
  if (targets.length === 0) return {};
  const own = new Map(targets.map(({ categoryId, percent }) => [categoryId, percent]));
  const parent = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const find = (id: string | null | undefined, seen: ReadonlySet<string>): Decimal | undefined => {
    if (id == null || seen.has(id)) return undefined;
    return own.get(id) ?? find(parent.get(id), new Set([...seen, id]));
  };
  return Object.fromEntries(categories.flatMap(({ id }) => {
    const percent = find(id, new Set());
    return percent === undefined ? [] : [[id, percent]];
  }));
}
