/** What the survivor of a merge may take over from the absorbed product. */
export const TAKEABLE = ["name", "brand", "description", "supplierCode", "categoryId", "taxRate", "salePrice", "costPrice", "minStock", "maxStock"] as const;
/** A cost is a figure and its currency: they are taken together. */
export const MERGED = [...TAKEABLE, "costCurrency"] as const;
export type Merged = (typeof MERGED)[number];
export type Takeable = (typeof TAKEABLE)[number];
