/** Where a stock number explains itself: the product's movements, of one place where the number is of one, until the day (its end included) where it is of a day gone by. */
export function movementsHref(productId: string, locationId?: string, until?: string): string {
  return `/stock/movements?${new URLSearchParams({ productId, ...(locationId ? { locationId } : {}), ...(until ? { to: until } : {}) })}`;
}
