"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ActionResult } from "@/modules/tenancy/define-action.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { cancelPaymentAction, cancelPurchaseAction } from "../actions.ts";

interface CancelProps {
  tenantSlug: string;
  id: string;
}

interface CancelWords {
  open: string;
  title: string;
  text: string;
  reason: string;
  confirm: string;
  keep: string;
  done: string;
}

/** Cancelling a bill: what will happen, and why. */
export function CancelBill({ tenantSlug, id, number }: CancelProps & { number: string }) {
  const t = useTranslations("purchases.one");
  const words = { open: t("cancel"), title: t("cancelTitle", { number }), text: t("cancelText"), reason: t("reason"), confirm: t("confirm"), keep: t("keep"), done: t("done", { number }) };
  return <CancelDialog words={words} cancel={(reason) => cancelPurchaseAction(tenantSlug, { id, reason })} />;
}

export function CancelPayment({ tenantSlug, id }: CancelProps) {
  const t = useTranslations("purchases.account");
  const words = { open: t("cancel"), title: t("cancelTitle"), text: t("cancelText"), reason: t("reason"), confirm: t("confirm"), keep: t("keep"), done: t("done") };
  return <CancelDialog words={words} cancel={(reason) => cancelPaymentAction(tenantSlug, { id, reason })} />;
}

function CancelDialog<T>({ words, cancel }: { words: CancelWords; cancel: (reason: string) => Promise<ActionResult<T>> }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const reason = String(new FormData(form.current!).get("reason") ?? "");
    save(() => cancel(reason), () => {
      setOpen(false);
      showToast({ message: words.done });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>{words.keep}</Button>
      <Button tone="danger" aria-busy={pending || undefined} onClick={submit}>{words.confirm}</Button>
    </>
  );
  return (
    <>
      <Button tone="quiet" size="sm" onClick={() => setOpen(true)}>{words.open}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <p className="text-ink-2">{words.text}</p>
          <TextInput name="reason" label={words.reason} error={errors.reason} maxLength={500} autoComplete="off" autoFocus required />
        </form>
      </Dialog>
    </>
  );
}
