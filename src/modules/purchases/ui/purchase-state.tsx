import { useTranslations } from "next-intl";
import { big } from "@/kernel/decimal.ts";
import { Badge } from "@/ui/badge.tsx";
import type { PurchaseRowView } from "../queries/purchase-view.ts";

/** Where a bill stands, in a word. */
export function PurchaseState({ purchase, today }: { purchase: Pick<PurchaseRowView, "status" | "due" | "dueDate">; today: string }) {
  const t = useTranslations("purchases.state");
  if (purchase.status === "cancelled") return <Badge>{t("cancelled")}</Badge>;
  if (big(purchase.due).eq(0)) return <Badge tone="positive">{t("paid")}</Badge>;
  return purchase.dueDate < today ? <Badge tone="negative">{t("overdue")}</Badge> : <Badge tone="warning">{t("due")}</Badge>;
}
