/** Columns of the list that a person may show or hide; the product itself is always there. */
export const PRODUCT_COLUMNS = ["category", "supplier", "brand", "stock", "cost", "margin", "price", "updated"] as const;
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number];

const USUAL: readonly ProductColumn[] = ["category", "supplier", "stock", "cost", "margin", "price"];
const OF_COST: readonly ProductColumn[] = ["cost", "margin"];

/** What a member may see beside the products themselves. */
export interface SeenColumns {
  cost: boolean;
  supplier: boolean;
}

/** Cookie of this device. */
export const COLUMNS_COOKIE = "product_columns";

/** Columns this member may choose from. */
export function allowedColumns(sees: SeenColumns): ProductColumn[] {
  return PRODUCT_COLUMNS.filter((column) => (sees.cost || !OF_COST.includes(column)) && (sees.supplier || column !== "supplier"));
}

/** The chosen columns in their order; the usual ones when nothing sensible was chosen. */
export function readColumns(cookie: string | undefined, sees: SeenColumns): ProductColumn[] {
  const asked = cookie === undefined ? USUAL : cookie.split(".");
  return allowedColumns(sees).filter((column) => asked.includes(column));
}
