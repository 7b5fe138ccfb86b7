"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { cancelSaleAction } from "../actions.ts";

/** Cancelling a sale: what will happen, and why. */
export function CancelSaleDialog({ tenantSlug, saleId, number }: { tenantSlug: string; saleId: string; number: number }) {
  const t = useTranslations("sales.cancel");
  const words = { open: t("open"), title: t("title", { number: String(number) }), text: t("text"), reason: t("reason"), confirm: t("confirm"), keep: t("keep"), done: t("done", { number: String(number) }) };
  return <ReasonDialog tenantSlug={tenantSlug} id={saleId} words={words} action={(slug, { id, reason }) => cancelSaleAction(slug, { saleId: id, reason })} />;
}
