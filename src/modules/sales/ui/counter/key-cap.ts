"use client";

import { useTranslations } from "next-intl";
import { keyCaps } from "@/ui/keys/chord.ts";

/** A key as it is printed on the keyboards of the person's language. */
export function useKeyCap(): (keys: string) => string {
  const t = useTranslations("pos.caps");
  return (keys) => (keys === "delete" || keys === "insert" ? t(keys) : keyCaps(keys).join(" "));
}
