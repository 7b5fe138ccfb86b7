"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Caller } from "./call-imports.ts";

export function useCaller(tenantSlug: string): Caller {
  const t = useTranslations("imports.page");
  return { tenantSlug, locale: useLocale(), defect: t("defect") };
}
