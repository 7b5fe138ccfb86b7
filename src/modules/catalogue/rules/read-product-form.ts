import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE } from "@/kernel/money.ts";
import type { FieldRefusal } from "@/kernel/refusal.ts";
import type { ProductForm } from "../schema.ts";

const PERCENT_SCALE = 2;

interface ReadForm {
  /** As the product schemas take it. */
  values: Record<string, unknown>;
  wrong: FieldRefusal[];
}

/** The form's texts as values: numbers with the shop's decimal sign, an empty field as "none", rows without a code left out. */
export function readProductForm(form: ProductForm, decimal: "," | "."): ReadForm {
  const wrong: FieldRefusal[] = [];
  const number = (path: string, text: string | undefined, maxFraction: number): string | null | undefined => {
    if (text === undefined || text === "") return text === "" ? null : undefined;
    const value = parseDecimal(text, { decimal, maxFraction });
    if (value === null) wrong.push({ path, code: "not_a_number" });
    else if (value.startsWith("-")) wrong.push({ path, code: "too_small", params: { min: 0 } });
    return value;
  };
  const { salePrice, costPrice, targetMargin, minStock, maxStock, initialStock, contentAmount, contentUnit, weight, tags, barcodes, id: _id, version: _version, categoryId, categoryName, ...words } = form;
  const holds = number("contentAmount", contentAmount, PRICE_SCALE);
  const values = {
    ...words,
    content: holds == null ? null : { amount: holds, unit: contentUnit },
    ...(categoryName ? { categoryName } : { categoryId }),
    salePrice: number("salePrice", salePrice, PRICE_SCALE),
    costPrice: number("costPrice", costPrice, PRICE_SCALE),
    targetMargin: number("targetMargin", targetMargin?.replace(/%$/, ""), PERCENT_SCALE),
    weight: number("weight", weight, PRICE_SCALE),
    minStock: number("minStock", minStock, QUANTITY_SCALE),
    maxStock: number("maxStock", maxStock, QUANTITY_SCALE),
    initialStock: number("initialStock", initialStock, QUANTITY_SCALE),
    tags: [...new Set(tags.split(",").map((tag) => tag.trim()).filter(Boolean))],
    barcodes: barcodes.map(({ code, packSize, unit }, i) => ({ code, packSize: number(`barcodes.${i}.packSize`, packSize, QUANTITY_SCALE) ?? "1", unit: unit || null })).filter(({ code }) => code !== ""),
  };
  // An absent key leaves a value alone; one of undefined would be refused as unreadable.
  return { values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)), wrong };
}
