"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatMoney, formatNumber, formatPrice } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { FIELD } from "./field-look.ts";
import type { Unreceipted } from "./give-back.ts";
import { takeUnreceipted, typeUnreceiptedCount, worthOfUnreceipted } from "./take-unreceipted.ts";
import { useCounter } from "./use-counter.ts";

/** How many of a product come back whose sale nobody knows, at what, and why. */
export function UnreceiptedForm({ unreceipted }: { unreceipted: Unreceipted }) {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const { format } = counter.setting;
  const { name, worth: each, lowest, days, count } = unreceipted;
  const [typed, setTyped] = useState<string | null>(null);
  const [price, setPrice] = useState(each === null ? "" : formatNumber(trimZeros(each), format, { minFraction: 2 }));
  const [reason, setReason] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  const worth = worthOfUnreceipted(counter, unreceipted, price);
  const shown = formatNumber(count, format);
  const take = (): boolean => {
    setTyped(null);
    return typed === null || typeUnreceiptedCount(counter, typed);
  };
  const put = (event: FormEvent): void => {
    event.preventDefault();
    // A button is pressed without leaving the field: what stands in it counts.
    if (take()) takeUnreceipted(counter, { price, reason });
  };
  return (
    <form onSubmit={put} className="flex flex-col items-start gap-4">
      <h3 className="text-md font-semibold">{t("unreceiptedOf", { name })}</h3>
      <div className="flex flex-wrap gap-4">
        <label className="flex flex-col gap-1">
          <span className="label">{t("howMany")}</span>
          <input ref={first} value={typed ?? shown} inputMode="decimal" autoComplete="off" onChange={(event) => setTyped(event.target.value === shown ? null : event.target.value)} onBlur={take} className={`${FIELD} num w-28 text-right`} />
        </label>
        <label className="flex flex-col gap-1">
          <span className="label">{t("each")}</span>
          <input value={price} inputMode="decimal" autoComplete="off" onChange={(event) => setPrice(event.target.value)} className={`${FIELD} num w-40 text-right`} />
        </label>
      </div>
      <p className="num text-sm text-ink-2">{t("lowest", { price: lowest === null ? "none" : formatPrice(trimZeros(lowest), format), days })}</p>
      <label className="flex w-full max-w-xl flex-col gap-1">
        <span className="label">{t("reason")}</span>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} className={FIELD} />
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <p aria-live="polite" className="num text-xl font-bold">{worth === null ? null : t("total", { total: formatMoney(worth, format) })}</p>
        <Button type="submit" tone="primary" size="lg" kbd="↵">{t("put")}</Button>
      </div>
    </form>
  );
}
