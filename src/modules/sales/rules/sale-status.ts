/** What became of a sale. */
export const SALE_STATUSES = ["completed", "partly_returned", "returned", "cancelled"] as const;
export type SaleStatus = (typeof SALE_STATUSES)[number];
