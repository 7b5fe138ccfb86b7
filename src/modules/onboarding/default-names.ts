import { getTranslations } from "next-intl/server";
import type { UiLocale } from "@/messages/locales.ts";
import type { DefaultNames } from "./rules/default-names.ts";

/** The names of a new shop's first rows in one language. Needs a request of Next's; scripts read the catalogue themselves. */
export async function defaultNames(locale: UiLocale): Promise<DefaultNames> {
  const t = await getTranslations({ locale, namespace: "onboarding.defaults" });
  return { location: t("location"), register: t("register"), finalConsumer: t("finalConsumer") };
}
