"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { undoMergeAction } from "../actions.ts";

export function UndoMergeButton({ tenantSlug, id, name }: { tenantSlug: string; id: string; name: string }) {
  const t = useTranslations("products.merge");
  const router = useRouter();
  const { save, pending } = useSave({ inToast: true });
  const undo = (): void => save(() => undoMergeAction(tenantSlug, { id }), () => {
    showToast({ message: t("undone") });
    router.refresh();
  });
  return <Button size="sm" aria-label={t("undoOf", { name })} aria-busy={pending || undefined} onClick={undo}>{t("undo")}</Button>;
}
