"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { Button } from "@/ui/button.tsx";
import { askSecond } from "./ask-approval.ts";
import { notify } from "./counter-core.ts";
import { FIELD } from "./field-look.ts";
import { goOnAllowed } from "./go-on-allowed.ts";
import { stepBack } from "./step-back.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The PIN of somebody who may, and why, in a row under the ticket. */
export function ApprovalRow() {
  const t = useTranslations("pos.approval");
  const counter = useCounter();
  const { format } = counter.setting;
  const asking = useCounterState((state) => state.asking);
  const [pin, setPin] = useState("");
  const [reason, setReason] = useState("");
  const pinField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  useEffect(() => pinField.current?.focus({ preventScroll: true }), []);
  if (!asking) return null;
  const { discountPercent, refund, price, belowCost, negativeStock, credit, unreceipted } = asking.needs;
  const wants = [
    ...(discountPercent === undefined ? [] : [t("discount", { percent: formatPercent(trimZeros(discountPercent), format) })]),
    ...(refund === undefined ? [] : [t("refund", { amount: formatMoney(refund, format) })]),
    ...(price ? [t("price")] : []), ...(belowCost ? [t("belowCost")] : []), ...(negativeStock ? [t("negativeStock")] : []), ...(credit ? [t("credit")] : []), ...(unreceipted ? [t("unreceipted")] : []),
  ];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pin === "") return pinField.current?.focus();
    if (reason.trim() === "") {
      notify(counter, { kind: "reasonFirst" }, "warning");
      return reasonField.current?.focus();
    }
    const allowed = await askSecond(counter, { pin, reason: reason.trim() });
    if (allowed) return goOnAllowed(counter, allowed);
    setPin("");
    pinField.current?.focus({ preventScroll: true });
  };
  return (
    <section aria-label={t("title")} className="shrink-0 border-t-2 border-accent-edge bg-surface px-3 py-2 lg:px-4">
      <h2 className="mb-1 font-semibold">{t("title")}: {wants.join(", ")}</h2>
      <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
        <label className="flex w-44 flex-col gap-1">
          <span className="label">{t("pin")}</span>
          <input ref={pinField} type="password" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={pin} onChange={(event) => setPin(event.target.value.replace(/\D/g, ""))} className={`${FIELD} num`} />
        </label>
        <label className="flex min-w-40 flex-1 flex-col gap-1">
          <span className="label">{t("reason")}</span>
          <input ref={reasonField} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} className={FIELD} />
        </label>
        <Button type="submit" tone="primary" kbd="↵" aria-disabled={asking.busy}>{t("allow")}</Button>
        <Button kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
      </form>
    </section>
  );
}
