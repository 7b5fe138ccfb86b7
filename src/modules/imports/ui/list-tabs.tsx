import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { TabLinks } from "@/ui/tab-links.tsx";
import type { ImportView } from "../queries/get-import.ts";
import type { ListFacts } from "../queries/list-facts.ts";

export const LIST_VIEWS = ["changed", "doubts", "new", "gone", "same", "error", "skipped"] as const;
export type ListView = (typeof LIST_VIEWS)[number];

/** The parts of a supplier's list, each an address. */
export async function ListTabs({ view: { id, counts }, facts, current, format }: { view: ImportView; facts: ListFacts; current: ListView; format: FormatStyle }) {
  const [t, tVerdicts] = await Promise.all([getTranslations("imports.list"), getTranslations("imports.verdicts")]);
  const counted: Record<ListView, number> = { changed: counts.changed, doubts: facts.doubts, new: counts.new, gone: facts.gone, same: counts.same, error: counts.error, skipped: counts.skipped - facts.doubtful };
  const labels: Record<ListView, string> = { changed: t("tabChanged"), doubts: t("tabDoubts"), new: t("tabNew"), gone: t("tabGone"), same: tVerdicts("same"), error: tVerdicts("error"), skipped: tVerdicts("skipped") };
  const shown = LIST_VIEWS.filter((one) => one === "changed" || counted[one] > 0 || one === current);
  return <TabLinks label={t("differences")} items={shown.map((one) => ({ href: `/products/import/${id}?view=${one}`, label: labels[one], count: formatNumber(String(counted[one]), format), current: one === current }))} />;
}
