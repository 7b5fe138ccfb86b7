"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Dialog, type LayerProps } from "./dialog.tsx";

interface ConfirmDialogProps extends Omit<LayerProps, "footer"> {
  onConfirm: () => void | Promise<void>;
  /** Verb and consequence: "Cancel the sale of $ 12,300". */
  confirmLabel: string;
  tone?: "primary" | "danger";
}

/** Only for what cannot be undone; everything else acts at once and offers Undo. */
export function ConfirmDialog({ onConfirm, confirmLabel, tone = "danger", onClose, ...rest }: ConfirmDialogProps) {
  const t = useTranslations("common");
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button tone={tone} aria-busy={busy || undefined} aria-disabled={busy || undefined} onClick={() => void confirm()}>
        {confirmLabel}
      </Button>
    </>
  );
  return <Dialog onClose={onClose} footer={footer} {...rest} />;
}
