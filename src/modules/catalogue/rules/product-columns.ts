/** Columns of the list that a person may show or hide; the product itself is always there. */
export const PRODUCT_COLUMNS = ["category", "brand", "stock", "cost", "margin", "price", "updated"] as const;
export type ProductColumn = (typeof PRODUCT_COLUMNS)[number];

const USUAL: readonly ProductColumn[] = ["category", "stock", "cost", "margin", "price"];
const OF_COST: readonly ProductColumn[] = ["cost", "margin"];

/** Cookie of this device. */
export const COLUMNS_COOKIE = "product_columns";

/** Columns this member may choose from. */
export function allowedColumns(seesCost: boolean): ProductColumn[] {
  return PRODUCT_COLUMNS.filter((column) => seesCost || !OF_COST.includes(column));
}

/** The chosen columns in their order; the usual ones when nothing sensible was chosen. */
export function readColumns(cookie: string | undefined, seesCost: boolean): ProductColumn[] {
  const asked = cookie === undefined ? USUAL : cookie.split(".");
  return allowedColumns(seesCost).filter((column) => asked.includes(column));
}
