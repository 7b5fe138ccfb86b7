/** Documents that a link may open without an account: where it leads, and what its token is made from. */
export const LINK_KINDS = {
  purchase_order: { path: "/order", secret: "purchase-order-link" },
  sale: { path: "/receipt", secret: "receipt-link" },
} as const;

export type LinkKind = keyof typeof LINK_KINDS;
