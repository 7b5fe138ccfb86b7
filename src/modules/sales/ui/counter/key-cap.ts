"use client";

import { useTranslations } from "next-intl";
import { keyCaps } from "@/ui/keys/chord.ts";
import { tableOf, type KeyName } from "./key-profiles.ts";
import { useCounterState } from "./use-counter.ts";

/** A key as it is printed on the keyboards of the person's language. */
export function useKeyCap(): (keys: string) => string {
  const t = useTranslations("pos.caps");
  return (keys) => keyCaps(keys).map((cap) => cap.replace("Delete", t("delete")).replace("Insert", t("insert"))).join(" ");
}

/** The first key of a deed at this till, as ui/keys writes it. */
export function useKeyOf(name: KeyName): string {
  return useCounterState((state) => tableOf(state.keys)[name][0]!);
}
