/** How the money of what comes back is given: by the methods that paid is "original". */
export const REFUNDS = ["cash", "original", "store_credit"] as const;
export type Refund = (typeof REFUNDS)[number];
