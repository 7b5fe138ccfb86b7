"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { TextInput } from "@/ui/text-input.tsx";
import type { RefusalCode } from "@/kernel/refusal.ts";
import { approvableOf } from "../rules/approval.ts";

interface ApprovalFieldsProps {
  /** What is wrong with the PIN. */
  error?: string;
  /** Where the document says no reason of its own. */
  asksReason?: boolean;
}

/** The PIN of somebody who may, and why: the same at the counter and in a dialog. */
export function ApprovalFields({ error, asksReason = false }: ApprovalFieldsProps) {
  const t = useTranslations("approval");
  const pin = useRef<HTMLInputElement>(null);
  useEffect(() => {
    pin.current?.focus({ preventScroll: true });
    pin.current?.select();
  }, [error]);
  const onlyDigits = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    currentTarget.value = currentTarget.value.replace(/\D/g, "");
  };
  return (
    <>
      <div className="w-44"><TextInput ref={pin} name="approvalPin" label={t("pin")} error={error} type="password" inputMode="numeric" autoComplete="one-time-code" maxLength={6} onInput={onlyDigits} /></div>
      {asksReason ? <div className="min-w-40 flex-1"><TextInput name="approvalReason" label={t("reason")} maxLength={500} autoComplete="off" /></div> : null}
    </>
  );
}

/** In a dialog: appears once what was asked for passes the limits of who asks, and stays. The document's own reason is why it was allowed. */
export function SecondMember({ code, errors }: { code: RefusalCode | "defect" | null; errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("approval");
  const [isAsked, setAsked] = useState(false);
  if (!isAsked && code !== null && code !== "defect" && approvableOf(code) !== null) setAsked(true);
  if (!isAsked) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-t-2 border-accent-edge pt-3">
      <h3 className="font-semibold">{t("title")}</h3>
      <ApprovalFields error={errors["approval.pin"] ?? errors["approval"]} />
    </section>
  );
}

/** What a dialog sends of a second member; nothing while no PIN was typed, or no reason for the document itself. */
export function typedApproval(pin: string, reason: string): { approval?: { pin: string; reason: string } } {
  return pin === "" || reason === "" ? {} : { approval: { pin, reason } };
}
