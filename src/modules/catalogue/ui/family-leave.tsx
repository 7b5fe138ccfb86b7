"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { placeVariantAction } from "../actions.ts";

interface FamilyLeaveProps {
  tenantSlug: string;
  product: { id: string; name: string };
  /** Where it goes back to when that was a mistake. */
  place: { familyId: string; values: string[] };
}

/** Takes a product out of its family; the toast puts it back. */
export function FamilyLeave({ tenantSlug, product: { id, name }, place }: FamilyLeaveProps) {
  const t = useTranslations("products.variants");
  const problemText = useProblemText();
  const router = useRouter();
  const { save, pending } = useSave();
  const put = (variant: FamilyLeaveProps["place"] | null) => placeVariantAction(tenantSlug, { id, variant });
  const leave = (): void => save(async () => {
    const result = await put(null);
    if (!result.ok) showToast({ message: problemText(result), tone: "negative" });
    return result;
  }, () => {
    showToast({
      message: t("left", { name }),
      undo: async () => {
        const result = await put(place);
        if (!result.ok) throw new Error(problemText(result));
        router.refresh();
      },
    });
    router.refresh();
  });
  return <Button size="sm" tone="quiet" aria-label={t("leaveOf", { name })} aria-busy={pending || undefined} onClick={leave}>{t("leave")}</Button>;
}
