import { getTranslations } from "next-intl/server";
import { StepTrail } from "@/ui/step-trail.tsx";

const STEPS = ["products", "till", "sale", "shop", "team"] as const;

/** What the first hour of a shop consists of, as seen from its beginning: the home page goes on with it. */
export async function FirstSteps() {
  const t = await getTranslations("products.empty.steps");
  return <StepTrail title={t("title")} place={t("place", { step: 1, steps: STEPS.length })} steps={STEPS.map((key) => ({ key, label: t(key), isDone: false }))} />;
}
