"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Menu } from "@/ui/menu.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { duplicatePurchaseOrderAction, sendPurchaseOrderAction } from "../actions.ts";
import { ORDER_FILES, type OrderFileFormat } from "../rules/order-files.ts";

interface OrderStepsProps {
  tenantSlug: string;
  id: string;
  isDraft: boolean;
  mayWrite: boolean;
}

/** What can be done with an order beside receiving it: send it, keep it as a file, order the same again. */
export function OrderSteps({ tenantSlug, id, isDraft, mayWrite }: OrderStepsProps) {
  const t = useTranslations("ordering.one");
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const { save, pending, sentence } = useSave();
  const download = async (format: OrderFileFormat): Promise<void> => {
    // By hand rather than by a link: the request must say for which shop this page was made.
    const response = await fetch(`/api/v1/back-office/purchase-orders/${id}/file?format=${format}`, { headers: { "x-tenant-slug": tenantSlug } }).catch(() => null);
    const file = response?.ok ? await response.blob().catch(() => null) : null;
    setFailed(file === null);
    if (!response || !file) return;
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(file);
    anchor.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `order.${format}`);
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
  };
  const send = (): void => save(() => sendPurchaseOrderAction(tenantSlug, { id }), () => {
    showToast({ message: t("sent") });
    router.refresh();
  });
  const again = (): void => save(() => duplicatePurchaseOrderAction(tenantSlug, { id }), (made) => {
    showToast({ message: t("duplicated", { number: made.number }) });
    router.push(`/purchases/orders/${made.id}`);
    router.refresh();
  });
  useKeys([...(mayWrite && isDraft ? [{ keys: "s", label: t("send"), run: send }] : []), { keys: "d", label: t("pdf"), run: () => void download("pdf") }]);
  const told = sentence ?? (failed ? t("failed") : null);
  return (
    <>
      {told ? <span role="alert" className="text-sm text-negative">{told}</span> : null}
      <Menu label={t("files")} tone="quiet" trigger={<><Download aria-hidden size={16} />{t("files")}</>} items={[...ORDER_FILES].reverse().map((format) => ({ label: t(format), onSelect: () => void download(format) }))} />
      {mayWrite ? <Button tone="quiet" onClick={again}>{t("duplicate")}</Button> : null}
      {mayWrite && isDraft ? <Button tone="primary" kbd="S" aria-busy={pending || undefined} onClick={send}>{t("send")}</Button> : null}
    </>
  );
}
