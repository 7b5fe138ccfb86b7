/** What the trail tells about, in the order of the filter: the first half of every action's name. */
export const AUDIT_NOUNS = [
  "sale", "customer", "shift", "register", "lost_demand", "product", "category", "supplier", "purchase", "purchase_order", "receipt", "supplier_return", "credit_note", "price_list", "price_run", "rate", "import", "label", "stock", "transfer", "count", "location", "sample", "member", "permission_set", "till", "settings", "shop",
] as const;
