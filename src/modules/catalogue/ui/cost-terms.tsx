"use client";

import { useTranslations } from "next-intl";
import { CURRENCIES } from "@/kernel/currencies.ts";
import { big, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import { TextLink } from "@/ui/text-link.tsx";

/** What a foreign currency is worth in the shop's. */
export interface DatedRate {
  currency: string;
  /** YYYY-MM-DD, since which it holds. */
  onDate: string;
  rate: Decimal;
}

interface CostTermsProps {
  currency: string;
  cost: Decimal | null;
  rates: readonly DatedRate[];
  targetMargin: Decimal | null;
  format: FormatStyle;
  errors: Readonly<Record<string, string | undefined>>;
  optional: string;
  onCurrency: (currency: string) => void;
  onTarget: (target: Decimal | null) => void;
}

/** A cost in the shop's currency at the rate of the day; null where the rate is not known. */
export function costAtHome(cost: Decimal | null, currency: string, home: string, rates: readonly DatedRate[]): Decimal | null {
  if (cost === null || currency === home) return cost;
  const rate = rates.find((one) => one.currency === currency)?.rate;
  return rate === undefined ? null : trimZeros(fix(big(cost).times(rate), PRICE_SCALE));
}

/** In what currency the cost is, with the rate that turns it into the shop's and its day; and the margin that the price aims at. */
export function CostTerms({ currency, cost, rates, targetMargin, format, errors, optional, onCurrency, onTarget }: CostTermsProps) {
  const t = useTranslations("products.form");
  const known: readonly string[] = CURRENCIES;
  const rate = rates.find((one) => one.currency === currency);
  const home = costAtHome(cost, currency, format.currency, rates);
  const dated = rate && t("rateOf", { currency, rate: formatNumber(trimZeros(rate.rate), format, { minFraction: 2 }), day: rate.onDate.split("-").reverse().join("/") });
  const hint = currency === format.currency ? undefined : rate ? (
    <span aria-live="polite">{home === null ? dated : <>{dated} <strong className="num">= {formatPrice(home, format)}</strong></>}</span>
  ) : (
    <span aria-live="polite">{t.rich("rateMissing", { currency, link: (words) => <TextLink href="/suppliers/rates">{words}</TextLink> })}</span>
  );
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:gap-x-4">
      <Select
        label={t("costCurrency")}
        name="costCurrency"
        defaultValue={currency}
        hint={hint}
        error={errors.costCurrency}
        options={(known.includes(format.currency) ? CURRENCIES : [format.currency, ...CURRENCIES]).map((value) => ({ value, label: value === format.currency ? t("costCurrencyOwn", { currency: value }) : value }))}
        onChange={(event) => onCurrency(event.target.value)}
      />
      <DecimalInput label={t("targetMargin")} hint={t("targetMarginHint")} name="targetMargin" format={format} maxFraction={2} suffix="%" defaultValue={targetMargin ?? undefined} error={errors.targetMargin} optional={optional} onValue={onTarget} />
    </div>
  );
}
