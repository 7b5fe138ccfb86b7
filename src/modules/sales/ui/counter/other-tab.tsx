"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button.tsx";
import { useCounter } from "./use-counter.ts";

/** Another tab is the till: nothing can be sold here until it is brought here. */
export function OtherTab() {
  const t = useTranslations("pos.place");
  const counter = useCounter();
  return (
    <section className="flex h-dvh flex-col items-start justify-center gap-4 px-6 sm:px-16">
      <h2 className="wide text-2xl font-bold">{t("title")}</h2>
      <p className="max-w-prose text-md text-ink-2">{t("text")}</p>
      <Button tone="primary" size="lg" autoFocus onClick={counter.claimPlace}>
        {t("claim")}
      </Button>
    </section>
  );
}
