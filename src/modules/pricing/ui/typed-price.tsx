"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DecimalInput } from "@/ui/decimal-input.tsx";

interface TypedPriceProps {
  productId: string;
  name: string;
  price: Decimal;
  held: boolean;
  format: FormatStyle;
  onPrice: (price: Decimal) => void;
}

/** A simulated price that can be typed over: Enter keeps what was typed, Escape what was there. */
export function TypedPrice({ productId, name, price, held, format, onPrice }: TypedPriceProps) {
  const t = useTranslations("prices.sim");
  const [typing, setTyping] = useState(false);
  const [value, setValue] = useState<Decimal | null>(price);
  const keep = (): void => {
    setTyping(false);
    if (value !== null && compare(value, "0") > 0 && compare(value, price) !== 0) onPrice(value);
  };
  if (!typing) {
    return (
      <button
        type="button"
        aria-label={t("retype", { name, price: formatPrice(price, format) })}
        className={`num min-h-8 rounded-sm px-1 pointer-coarse:min-h-11 ${held ? "text-ink-3 line-through" : "font-medium"} underline decoration-line decoration-dotted underline-offset-4 hover:decoration-ink`}
        onClick={() => {
          setValue(price);
          setTyping(true);
        }}
      >
        {formatPrice(price, format, { symbol: false })}
      </button>
    );
  }
  return (
    <div
      className="ml-auto w-28"
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyping(false);
        else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) keep();
      }}
    >
      <DecimalInput labelHidden label={t("retypeLabel", { name })} id={`price-${productId}`} name="typedPrice" format={format} minFraction={2} defaultValue={price} autoFocus onValue={setValue} />
    </div>
  );
}
