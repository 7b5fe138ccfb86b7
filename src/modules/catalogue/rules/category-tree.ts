export interface CategoryNode {
  id: string;
  parentId: string | null;
}

/** The category and everything below it; empty when there is no such category. */
export function withDescendants(categories: readonly CategoryNode[], id: string): string[] {
  if (!categories.some((category) => category.id === id)) return [];
  const found = [id];
  for (const parent of found) {
    for (const { id: child, parentId } of categories) if (parentId === parent && !found.includes(child)) found.push(child);
  }
  return found;
}

/** Whether putting `id` under `parentId` would make it its own ancestor. */
export function wouldCycle(categories: readonly CategoryNode[], id: string, parentId: string): boolean {
  return withDescendants(categories, id).includes(parentId);
}
