import { getTranslations } from "next-intl/server";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { PriceRunView } from "./get-price-run.ts";

/** "Raise or lower by a % · 12 · Bosch": what a run was asked to do, on one line. */
export async function runWords({ plan: { rule, scope }, listName }: PriceRunView, format: FormatStyle): Promise<string> {
  const t = await getTranslations("prices.rule");
  const isMoney = rule.kind === "fixed" || rule.kind === "set";
  const value = rule.kind === "target" ? null : isMoney ? formatMoney(rule.value, format) : `${formatNumber(trimZeros(rule.value), format)} %`;
  const parts = [rule.kind === "base" ? t("fromBase") : t(rule.kind), value, scope.brand, scope.tag, scope.q, listName];
  return parts.filter(Boolean).join(" · ");
}

export type RunState = "waiting" | "scheduled" | "applied" | "failed" | "canceled" | "undone" | "partly";

/** How a run stands, for people. */
export function runState({ status, runAt, done, kept, undone, createdAt }: PriceRunView): RunState {
  if (status === "waiting") return runAt > createdAt && done === 0 ? "scheduled" : "waiting";
  if (status === "applied" && undone > 0) return undone >= done - kept ? "undone" : "partly";
  return status;
}
