import clsx from "clsx";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatMoney, moneyParts, type MoneyOptions } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";

interface MoneyProps extends MoneyOptions {
  value: Decimal;
  format: FormatStyle;
  size?: "text" | "lg" | "total";
}

const SIZES = { text: "", lg: "wide text-2xl font-bold [--raised:0.55em]", total: "wide text-total font-bold [--raised:0.42em]" } as const;

/** An amount. From `lg` up the sign and the cents are small and raised, as on a price tag. */
export function Money({ value, format, size = "text", ...options }: MoneyProps) {
  const text = formatMoney(value, format, options);
  if (size === "text") return <span className="num whitespace-nowrap">{text}</span>;

  const { sign, symbol, whole, decimal, cents } = moneyParts(value, format, options);
  return (
    <span className={clsx("num whitespace-nowrap", SIZES[size])}>
      <span className="sr-only">{text}</span>
      <span aria-hidden>
        {sign}
        {symbol ? <span className="mr-1 align-super text-(length:--raised) font-semibold tracking-normal text-ink-2">{symbol}</span> : null}
        {whole}
        {cents ? <span className="align-super text-(length:--raised) tracking-normal">{decimal + cents}</span> : null}
      </span>
    </span>
  );
}
