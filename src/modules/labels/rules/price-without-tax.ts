import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { MONEY_SCALE } from "@/kernel/money.ts";

/** The final price without its VAT, to cents: what "Precio sin impuestos nacionales" names (Ley 27.743, Res. SIC 4/2025 art. 2 c). `taxRate` in percent. */
export function priceWithoutTax(price: Decimal, taxRate: Decimal): Decimal {
  return fix(big(price).times("100").div(big(taxRate).plus("100")), MONEY_SCALE);
}
