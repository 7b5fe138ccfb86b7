"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { removeSampleAction } from "../actions.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

/** Stands on the list as long as a sample is on the shelf. No question before removing: a sample can be loaded again. */
export function SampleBanner({ tenantSlug, count }: { tenantSlug: string; count: number }) {
  const t = useTranslations("products.sample");
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const remove = (): void => {
    if (pending) return;
    start(async () => {
      const result = await reach(() => removeSampleAction(tenantSlug, {}));
      if (result.ok) {
        const { removed, archived, kept } = result.value;
        showToast({ message: [t("removed", { removed }), archived > 0 ? t("archived", { archived }) : "", kept > 0 ? t("kept", { kept }) : ""].filter(Boolean).join(" ") });
      } else showToast({ message: problemText(result), tone: "negative" });
      router.refresh();
    });
  };
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" aria-busy={pending || undefined} aria-disabled={pending || undefined} onClick={remove}>
          {pending ? t("removing") : t("remove")}
        </Button>
      }
    >
      {t("using", { count })}
    </Banner>
  );
}
