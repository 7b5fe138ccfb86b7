import { ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Marker } from "@/ui/marker.tsx";

const STEPS = ["products", "till", "sale", "shop", "team"] as const;

/** What the first hour of a shop consists of, with the step that it is at: a signpost, never in the way. */
export async function FirstSteps() {
  const t = await getTranslations("products.empty.steps");
  return (
    <section aria-label={t("title")} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
      <Marker>{t("place", { step: 1, steps: STEPS.length })}</Marker>
      <span>{t("title")}</span>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {STEPS.map((step, i) => (
          <li key={step} aria-current={i === 0 ? "step" : undefined} className="inline-flex items-center gap-1.5">
            {i > 0 ? <ArrowRight aria-hidden size={13} className="text-ink-3" /> : null}
            <span className={i === 0 ? "font-semibold text-ink" : undefined}>{t(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
