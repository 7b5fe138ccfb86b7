"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { cancelSaleAction } from "../actions.ts";

/** Cancelling a sale: what will happen, and why. */
export function CancelSaleDialog({ tenantSlug, saleId, number }: { tenantSlug: string; saleId: string; number: number }) {
  const t = useTranslations("sales.cancel");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const reason = String(new FormData(form.current!).get("reason") ?? "").trim();
    save(() => cancelSaleAction(tenantSlug, { saleId, reason }), () => {
      setOpen(false);
      showToast({ message: t("done", { number: String(number) }) });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>{t("keep")}</Button>
      <Button tone="danger" aria-busy={pending || undefined} onClick={submit}>{t("confirm")}</Button>
    </>
  );
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title", { number: String(number) })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <p className="text-ink-2">{t("text")}</p>
          <TextInput name="reason" label={t("reason")} error={errors.reason} maxLength={500} autoComplete="off" autoFocus required />
        </form>
      </Dialog>
    </>
  );
}
