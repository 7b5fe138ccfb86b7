import { getTranslations } from "next-intl/server";
import { StepTrail } from "@/ui/step-trail.tsx";
import type { FirstSteps } from "../queries/first-steps.ts";

const PLACES = [["products", "/products"], ["till", "/pos"], ["sale", "/pos"], ["shop", "/settings"], ["team", "/team"]] as const;

/** The way through the first hour, with what is done; gone for good once everything is. */
export async function StepsLeft({ done }: { done: FirstSteps }) {
  const next = PLACES.findIndex(([key]) => !done[key]);
  if (next < 0) return null;
  const t = await getTranslations("products.empty.steps");
  return <StepTrail title={t("title")} place={t("place", { step: next + 1, steps: PLACES.length })} steps={PLACES.map(([key, href]) => ({ key, href, label: t(key), isDone: done[key] }))} />;
}
