"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { savePriceListAction } from "../actions.ts";

/** Takes a list out of use, and back: its prices and rules stay as they are, so nothing is lost and nothing is asked. */
export function ListArchive({ tenantSlug, id, version, isActive }: { tenantSlug: string; id: string; version: number; isActive: boolean }) {
  const t = useTranslations("prices.list");
  const router = useRouter();
  const { save, pending, whole } = useSave();
  const flip = (): void =>
    save(() => savePriceListAction(tenantSlug, { id, isNew: false, version, isActive: !isActive }), () => {
      showToast({ message: t(isActive ? "archivedNow" : "restoredNow") });
      router.refresh();
    });
  const Icon = isActive ? Archive : ArchiveRestore;
  return (
    <>
      {whole ? <span role="alert" className="max-w-72 text-sm font-medium text-negative">{whole}</span> : null}
      <Button icon={<Icon aria-hidden size={16} />} aria-busy={pending || undefined} onClick={flip}>{t(isActive ? "archive" : "restore")}</Button>
    </>
  );
}
