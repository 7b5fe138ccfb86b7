/** Where a stock number explains itself: the product's movements, of one place where the number is of one. */
export function movementsHref(productId: string, locationId?: string): string {
  return `/stock/movements?${new URLSearchParams({ productId, ...(locationId ? { locationId } : {}) })}`;
}
