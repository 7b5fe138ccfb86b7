import { isDecimal, trimZeros } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { formatMoney, formatNumber, formatPercent, formatPrice } from "@/kernel/format.ts";

/** What the figures of the trail are, by the name they are kept under. `minOrder` is in the supplier's currency, which the trail may not name: it stays a number. */
const MONEY: ReadonlySet<string> = new Set(["amount", "total", "value", "tolerance", "approvalAbove", "stockApproval", "creditLimit", "maxRefund", "cashRounding"]);
const PRICES: ReadonlySet<string> = new Set(["salePrice", "costPrice", "unitCost", "rate"]);
const PERCENTS: ReadonlySet<string> = new Set(["percent", "taxRate", "freightPercent", "floorMargin", "targetMargin", "below", "billTolerance", "maxDiscountPercent"]);

/** A decimal as the trail keeps it; other whole numbers may be codes. */
const AMOUNT = /^-?\d{1,18}\.\d{1,8}$/;

/** A figure of the trail as the shop writes it, or null where the text is none. */
export function tellFigure(field: string, text: string, style: FormatStyle): string | null {
  if (!isDecimal(text)) return null;
  if (MONEY.has(field)) return formatMoney(text, style);
  if (PRICES.has(field)) return formatPrice(trimZeros(text), style);
  if (PERCENTS.has(field)) return formatPercent(trimZeros(text), style);
  return AMOUNT.test(text) ? formatNumber(trimZeros(text), style) : null;
}
