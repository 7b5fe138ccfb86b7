"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { cancelPriceRunAction } from "../actions.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

/** Calls off what waits for its time. */
export function CancelRun({ tenantSlug, id }: { tenantSlug: string; id: string }) {
  const t = useTranslations("prices.run");
  const router = useRouter();
  const { save, pending, whole } = useSave();
  const cancel = (): void =>
    save(() => cancelPriceRunAction(tenantSlug, { id }), () => {
      showToast({ message: t("canceledNow") });
      router.refresh();
    });
  return (
    <>
      {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
      <div><Button aria-busy={pending || undefined} onClick={cancel}>{t("cancel")}</Button></div>
    </>
  );
}
