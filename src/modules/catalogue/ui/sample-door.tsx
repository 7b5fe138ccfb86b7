"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { loadSampleAction } from "../actions.ts";
import { TRADES, type Trade } from "../schema.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

/** One click fills the shelf; while it runs, a second one does nothing. */
export function SampleDoor({ tenantSlug }: { tenantSlug: string }) {
  const t = useTranslations("products.empty.sample");
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [chosen, setChosen] = useState<Trade | null>(null);

  const load = (trade: Trade): void => {
    if (pending) return;
    setChosen(trade);
    start(async () => {
      const result = await reach(() => loadSampleAction(tenantSlug, { trade }));
      if (result.ok) showToast({ message: t("loaded", { count: result.value.loaded }) });
      else showToast({ message: problemText(result), tone: "negative" });
      router.refresh();
    });
  };
  return (
    <div className="flex flex-wrap gap-2">
      {TRADES.map((trade, i) => (
        <Button
          key={trade}
          id={`sample-${trade}`}
          kbd={i === 0 ? "E" : undefined}
          aria-busy={(pending && chosen === trade) || undefined}
          aria-disabled={pending || undefined}
          onClick={() => load(trade)}
        >
          {pending && chosen === trade ? t("loading") : t(trade)}
        </Button>
      ))}
    </div>
  );
}
