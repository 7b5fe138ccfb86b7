"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { Button } from "@/ui/button.tsx";
import { ApprovalFields } from "../approval-fields.tsx";
import { askSecond } from "./ask-approval.ts";
import { notify } from "./counter-core.ts";
import { goOnAllowed } from "./go-on-allowed.ts";
import { stepBack } from "./step-back.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The PIN of somebody who may, and why, in a row under the ticket. */
export function ApprovalRow() {
  const t = useTranslations("approval");
  const counter = useCounter();
  const { format } = counter.setting;
  const asking = useCounterState((state) => state.asking);
  if (!asking) return null;
  const { discountPercent, refund, price, belowCost, negativeStock, credit, unreceipted } = asking.needs;
  const wants = [
    ...(discountPercent === undefined ? [] : [t("discount", { percent: formatPercent(trimZeros(discountPercent), format) })]),
    ...(refund === undefined ? [] : [t("refund", { amount: formatMoney(refund, format) })]),
    ...(price ? [t("price")] : []), ...(belowCost ? [t("belowCost")] : []), ...(negativeStock ? [t("negativeStock")] : []), ...(credit ? [t("credit")] : []), ...(unreceipted ? [t("unreceipted")] : []),
  ];
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    const [pin, reason] = [field("approvalPin"), field("approvalReason")];
    if (pin.value === "") return pin.focus();
    if (reason.value.trim() === "") {
      notify(counter, { kind: "reasonFirst" }, "warning");
      return reason.focus();
    }
    const allowed = await askSecond(counter, { pin: pin.value, reason: reason.value.trim() });
    if (allowed) return goOnAllowed(counter, allowed);
    pin.value = "";
    pin.focus({ preventScroll: true });
  };
  return (
    <section aria-label={t("title")} className="shrink-0 border-t-2 border-accent-edge bg-surface px-3 py-2 lg:px-4">
      <h2 className="mb-1 font-semibold">{t("title")}: {wants.join(", ")}</h2>
      <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
        <ApprovalFields asksReason />
        <Button type="submit" tone="primary" kbd="↵" aria-disabled={asking.busy}>{t("allow")}</Button>
        <Button kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
      </form>
    </section>
  );
}
