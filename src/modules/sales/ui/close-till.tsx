"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { closeShiftAction, countShiftAction } from "../actions.ts";
import type { CountView } from "../commands/close-shift.ts";
import { sumOfNotes } from "../rules/count-drawer.ts";
import { notesOf } from "../rules/drawer-notes.ts";
import { SecondMember, typedApproval } from "./approval-fields.tsx";

interface CloseTillProps {
  tenantSlug: string;
  format: FormatStyle;
  shiftId: string;
  registerName: string;
}

/** Closing a till: count first, note by note or in one amount; only then is said what was expected. */
export function CloseTill({ tenantSlug, format, shiftId, registerName }: CloseTillProps) {
  const t = useTranslations("cash.close");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState<CountView | null>(null);
  const [counts, setCounts] = useState<Readonly<Record<string, Decimal | null>>>({});
  const [plain, setPlain] = useState<Decimal | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence, code } = useSave();
  const notes = notesOf(format.currency);
  const denominations = notes.flatMap((value) => (counts[value] && !isZero(counts[value]) ? [{ value, count: Number(counts[value]) }] : []));
  const amount = denominations.length > 0 ? sumOfNotes(denominations) : plain;
  const begin = (): void => {
    setReport(null);
    setCounts({});
    setPlain(null);
    setOpen(true);
  };
  const count = (): void =>
    save(() => countShiftAction(tenantSlug, { shiftId, counted: [{ method: "cash", amount: amount ?? "0", ...(denominations.length > 0 ? { denominations } : {}) }] }), setReport);
  const close = (): void => {
    const given = new FormData(form.current!);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    save(() => closeShiftAction(tenantSlug, { shiftId, heldTickets: text("heldTickets") || undefined, ...(text("reason") ? { reason: text("reason") } : {}), ...typedApproval(text("approvalPin"), text("reason")) }), (closed) => {
      setOpen(false);
      showToast({ message: t("done", { number: String(closed.number) }) });
      router.push(`/cash/${shiftId}`);
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => (report ? setReport(null) : setOpen(false))}>{report ? t("again") : t("back")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={report ? close : count}>{report ? t("confirm") : t("count")}</Button>
    </>
  );
  return (
    <>
      <Button tone="primary" onClick={begin}>{t("open")}</Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t("title", { name: registerName })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (report) close(); else count(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          {report ? <Outcome {...report} format={format} reasonError={errors.reason}><SecondMember code={code} errors={errors} /></Outcome> : (
            <>
              <p className="text-ink-2">{t("text")}</p>
              <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
                {notes.map((value, i) => (
                  <DecimalInput key={value} name={`note-${value}`} label={formatMoney(value, format)} format={format} maxFraction={0} value={counts[value] ?? null} onValue={(given) => setCounts((known) => ({ ...known, [value]: given }))} autoFocus={i === 0} />
                ))}
              </div>
              <DecimalInput name="cash" label={t("cash")} hint={t("cashHint")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setPlain} readOnly={denominations.length > 0} error={errors["counted.0.amount"]} />
            </>
          )}
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}

function Outcome({ methods, asksReason, held, format, reasonError, children }: CountView & { format: FormatStyle; reasonError?: string; children: ReactNode }) {
  const t = useTranslations("cash.close");
  const tMethods = useTranslations("cash.methods");
  return (
    <>
      <ul className="flex flex-col gap-2" aria-live="polite">
        {methods.map(({ method, expected, counted, difference }) => (
          <li key={method} className="border-b border-line pb-2">
            <span className="flex justify-between gap-4 font-medium"><span>{tMethods(method)}</span><span className="num">{formatMoney(counted ?? expected, format)}</span></span>
            <span className="num flex justify-between gap-4 text-sm text-ink-2">
              <span>{t("expected", { amount: formatMoney(expected, format) })}</span>
              {isZero(difference) ? null : <span className="text-negative">{t("difference", { amount: formatMoney(difference, format) })}</span>}
            </span>
          </li>
        ))}
      </ul>
      <TextInput name="reason" label={t("reason")} hint={asksReason ? t("reasonHint") : undefined} optional={asksReason ? undefined : t("optional")} error={reasonError} maxLength={500} autoComplete="off" autoFocus={asksReason} required={asksReason} />
      {held.length === 0 ? null : (
        <>
          <ul aria-label={t("held")} className="flex flex-col gap-1">
            {held.map(({ id, name, total, memberName, at }) => (
              <li key={id} className="flex justify-between gap-4 border-b border-line pb-1 text-sm">
                <span className="min-w-0 truncate">{name} <span className="text-ink-2">{memberName}, {formatDateTime(at, format)}</span></span>
                <span className="num whitespace-nowrap">{formatMoney(total, format)}</span>
              </li>
            ))}
          </ul>
          <Select name="heldTickets" label={t("held")} options={(["keep", "discard"] as const).map((value) => ({ value, label: t(`heldChoices.${value}`) }))} />
        </>
      )}
      {children}
    </>
  );
}
