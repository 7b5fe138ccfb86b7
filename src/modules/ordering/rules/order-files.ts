import { SHEET_FORMATS } from "@/platform/spreadsheet/sheet-formats.ts";

/** As what an order can leave the shop. */
export const ORDER_FILES = [...SHEET_FORMATS, "pdf"] as const;
export type OrderFileFormat = (typeof ORDER_FILES)[number];
