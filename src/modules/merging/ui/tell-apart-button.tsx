"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { tellApartAction } from "../actions.ts";

interface TellApartButtonProps {
  tenantSlug: string;
  products: readonly { id: string; name: string }[];
  /** Where to go afterwards; stays without. */
  next?: string;
  size?: "sm";
}

/** "They are not the same": the pair goes from the list and does not come back; the toast takes it back. */
export function TellApartButton({ tenantSlug, products, next, size }: TellApartButtonProps) {
  const t = useTranslations("products.merge");
  const problemText = useProblemText();
  const router = useRouter();
  const { save, pending } = useSave({ inToast: true });
  const tell = (distinct: boolean) => tellApartAction(tenantSlug, { productIds: [products[0]!.id, products[1]!.id], distinct });
  const submit = (): void => save(() => tell(true), () => {
    showToast({
      message: t("apartDone", { one: products[0]!.name, other: products[1]!.name }),
      undo: async () => {
        const result = await tell(false);
        if (!result.ok) throw new Error(problemText(result));
        router.refresh();
      },
    });
    if (next) router.push(next);
    router.refresh();
  });
  return <Button size={size} tone={size ? "quiet" : "secondary"} aria-label={t("apartOf", { one: products[0]!.name, other: products[1]!.name })} aria-busy={pending || undefined} onClick={submit}>{t("apart")}</Button>;
}
