"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { fetchPaper } from "@/modules/tenancy/ui/fetch-paper.ts";
import { keepPaper } from "@/modules/tenancy/ui/keep-paper.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { recordPrintAction } from "../actions.ts";
import type { ReceiptContent, ReceiptIssuer } from "../rules/receipt.ts";
import { paperWidth, type PaperWidth } from "./paper-width.ts";
import { SlipToPrint } from "./slip-to-print.tsx";

interface ReceiptButtonsProps {
  tenantSlug: string;
  format: FormatStyle;
  saleId: string;
  /** Of a return of the sale. */
  returnId?: string;
  content: ReceiptContent;
  issuer: ReceiptIssuer;
}

/** A receipt once more: on this device's roll, or as A4 sheets. Each is written down, and all but the first say that they are copies. */
export function ReceiptButtons({ tenantSlug, format, saleId, returnId, content, issuer }: ReceiptButtonsProps) {
  const t = useTranslations("sales.print");
  const router = useRouter();
  const [printing, setPrinting] = useState<{ id: string; isCopy: boolean; width: PaperWidth } | null>(null);
  const [failed, setFailed] = useState(false);
  const { save, pending, sentence } = useSave();
  const of = { saleId, ...(returnId === undefined ? {} : { returnId }) };
  const print = (): void => {
    const width = paperWidth(tenantSlug);
    save(() => recordPrintAction(tenantSlug, { ...of, form: width }), (printed) => setPrinting({ ...printed, width }));
  };
  const keep = (): void => save(() => recordPrintAction(tenantSlug, { ...of, form: "a4" }), ({ id }) => void open(id));
  const open = async (id: string): Promise<void> => {
    const query = new URLSearchParams({ print: id, ...(returnId === undefined ? {} : { returnId }) });
    const file = await fetchPaper(tenantSlug, `/api/v1/ops/sales/${saleId}/pdf?${query}`);
    setFailed(file === null);
    router.refresh();
    if (file) keepPaper(file);
  };
  useKeys(returnId === undefined ? [{ keys: "i", label: t("slip"), run: print }] : []);
  const told = sentence ?? (failed ? t("failed") : null);
  const done = (): void => {
    setPrinting(null);
    router.refresh();
  };
  return (
    <>
      {told ? <span role="alert" className="text-sm text-negative">{told}</span> : null}
      <Button tone="quiet" size={returnId === undefined ? undefined : "sm"} aria-busy={pending || undefined} onClick={keep}>{t("sheet")}</Button>
      <Button tone={returnId === undefined ? undefined : "quiet"} size={returnId === undefined ? undefined : "sm"} kbd={returnId === undefined ? "I" : undefined} aria-busy={pending || undefined} onClick={print}>{t("slip")}</Button>
      {printing ? <SlipToPrint key={printing.id} content={content} issuer={issuer} format={format} isCopy={printing.isCopy} width={printing.width} onDone={done} /> : null}
    </>
  );
}
