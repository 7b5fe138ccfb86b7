import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge.tsx";
import type { SaleStatus } from "../rules/sale-status.ts";

const TONES = { completed: "neutral", partly_returned: "warning", returned: "warning", cancelled: "negative" } as const;

/** What became of a sale; nothing is said of one that stands as it was made. */
export function SaleState({ status }: { status: SaleStatus }) {
  const t = useTranslations("sales.status");
  return status === "completed" ? null : <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
