/** Where cash beside sales comes from or goes to. */
export const CASH_PURPOSES = ["safe", "bank", "expense", "owner"] as const;
export type CashPurpose = (typeof CASH_PURPOSES)[number];
