import type { CategoryNode } from "./category-tree.ts";

export interface PlacedCategory<T> {
  category: T;
  /** 0 at the root. */
  depth: number;
}

/** The tree from top to bottom, children under their parent, in the order of the list. */
export function inTreeOrder<T extends CategoryNode>(categories: readonly T[]): PlacedCategory<T>[] {
  const children = new Map<string | null, T[]>();
  for (const category of categories) children.set(category.parentId, [...(children.get(category.parentId) ?? []), category]);
  const placed: PlacedCategory<T>[] = [];
  const place = (parentId: string | null, depth: number): void => {
    for (const category of children.get(parentId) ?? []) {
      placed.push({ category, depth });
      place(category.id, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}

/** As choices of a list: the depth shows as an indent of spaces that do not collapse. */
export function categoryOptions(categories: readonly (CategoryNode & { name: string })[]): { value: string; label: string }[] {
  return inTreeOrder(categories).map(({ category, depth }) => ({ value: category.id, label: "\u00a0\u00a0\u00a0".repeat(depth) + category.name }));
}
