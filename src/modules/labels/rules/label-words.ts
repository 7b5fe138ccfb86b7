import type { Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { BaseMeasure } from "@/modules/catalogue/rules/content-units.ts";
import type { LabelFacts, LabelLayout } from "./label-layout.ts";
import type { LabelWords } from "./compose-label.ts";
import { pricePerMeasure } from "./price-per-measure.ts";
import { priceWithoutTax } from "./price-without-tax.ts";

/** The paper's own words, in the shop's language. */
export interface PaperWords {
  per: (price: string, unit: BaseMeasure) => string;
  withoutTax: (price: string) => string;
}

interface LabelText {
  facts: LabelFacts;
  price: Decimal;
  /** The day of the price, as written. */
  date: string;
  layout: Omit<LabelLayout, "format" | "start">;
}

/** Everything on a label but its symbol, as people of the shop write it. */
export function labelWords({ facts, price, date, layout }: LabelText, format: FormatStyle, words: PaperWords): Omit<LabelWords, "symbol"> {
  const measured = layout.perMeasure ? pricePerMeasure(price, facts) : null;
  const small = [...(layout.code ? [facts.sku] : []), ...(layout.date ? [date] : [])];
  return {
    name: facts.name,
    price: formatPrice(price, format),
    facts: [
      ...(measured ? [words.per(formatMoney(measured.price, format), measured.per)] : []),
      ...(layout.withoutTax ? [words.withoutTax(formatMoney(priceWithoutTax(price, facts.taxRate), format))] : []),
    ],
    small: small.length === 0 ? null : small.join(" · "),
  };
}
