/** What the survivor of a merge may take over from the absorbed product. */
export const TAKEABLE = ["name", "brand", "description", "supplierCode", "categoryId", "taxRate", "salePrice", "costPrice", "minStock", "maxStock"] as const;
export type Takeable = (typeof TAKEABLE)[number];
