"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { showToast } from "@/ui/toast-store.ts";
import { markPrintedAction } from "../actions.ts";

/** "They came out": from now on these are the prices on the shelf. */
export function MarkButton({ tenantSlug, id, again }: { tenantSlug: string; id: string; again: boolean }) {
  const t = useTranslations("labels");
  const router = useRouter();
  const { save, pending, whole } = useSave();
  const mark = (): void =>
    save(() => markPrintedAction(tenantSlug, { id }), ({ products }) => {
      showToast({ message: t("marked", { count: products }) });
      router.refresh();
    });
  useKeys([{ keys: "m", label: t("mark"), run: mark }]);
  return (
    <>
      <Button kbd="M" icon={<Check aria-hidden size={16} />} aria-busy={pending || undefined} onClick={mark}>{t(again ? "markAgain" : "mark")}</Button>
      {whole ? <span role="alert" className="text-sm text-negative">{whole}</span> : null}
    </>
  );
}
