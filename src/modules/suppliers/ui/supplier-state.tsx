"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/ui/button.tsx";
import { supplierStateAction } from "../actions.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

/** Archives a supplier or brings it back; what it sold stays. */
export function SupplierState({ tenantSlug, id, isActive }: { tenantSlug: string; id: string; isActive: boolean }) {
  const t = useTranslations("suppliers");
  const router = useRouter();
  const { save, pending } = useSave({ inToast: true });
  return <Button tone="quiet" aria-busy={pending || undefined} onClick={() => save(() => supplierStateAction(tenantSlug, { id, isActive: !isActive }), () => router.refresh())}>{isActive ? t("archive") : t("restore")}</Button>;
}
