import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { TabLinks } from "@/ui/tab-links.tsx";
import type { ImportView } from "../queries/get-import.ts";
import { ROW_FILTERS, type RowFilter } from "../schema.ts";

/** The counters of a batch, each a filter of its rows. */
export async function RowTabs({ view: { id, counts }, current, format }: { view: ImportView; current: RowFilter | undefined; format: FormatStyle }) {
  const t = await getTranslations("imports");
  const total = counts.new + counts.changed + counts.same + counts.error + counts.skipped;
  const label = (filter: RowFilter) => (filter === "warning" ? t("rows.warning") : t(`verdicts.${filter}`));
  const items = [
    { href: `/products/import/${id}`, label: t("rows.all"), count: formatNumber(String(total), format), current: current === undefined },
    ...ROW_FILTERS.filter((filter) => counts[filter] > 0 || filter === current).map((filter) => ({
      href: `/products/import/${id}?verdict=${filter}`, label: label(filter), count: formatNumber(String(counts[filter]), format), current: filter === current,
    })),
  ];
  return <TabLinks label={t("rows.title")} items={items} />;
}
