/** What happens when more is sold than there is: said by the shop, or by a category for its products. */
export const NEGATIVE_STOCK = ["refuse", "warn", "allow"] as const;

export type NegativeStock = (typeof NEGATIVE_STOCK)[number];
