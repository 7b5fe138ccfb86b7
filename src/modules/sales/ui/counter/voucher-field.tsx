"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { focusInSight } from "./focus-in-sight.ts";
import { takeVoucher } from "./take-voucher.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The code of a voucher, while it is typed; Enter takes what it holds, Esc leaves it. */
export function VoucherField() {
  const t = useTranslations("pos.charge");
  const counter = useCounter();
  const code = useCounterState((state) => state.voucher ?? "");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => focusInSight(field.current), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void takeVoucher(counter);
  };
  return (
    <label className="flex flex-col gap-1">
      <span className="label">{t("voucher")}</span>
      <input ref={field} value={code} maxLength={20} autoComplete="off" autoCapitalize="characters" spellCheck={false} onChange={(event) => counter.store.setState({ voucher: event.target.value })} onKeyDown={onKeyDown} className="h-ctl rounded-sm border-2 border-accent-edge bg-surface px-2 font-mono uppercase pointer-coarse:h-11" />
    </label>
  );
}
