import { getTranslations } from "next-intl/server";
import { isDecimal } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { sayReason } from "@/messages/say-reason.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import type { Tone } from "@/ui/tone.ts";
import type { ImportRowView } from "../queries/list-import-rows.ts";
import type { Verdict } from "../rules/decide-verdict.ts";
import { customKey, isCustomKey, isNumericField, type ImportKey } from "../rules/import-values.ts";

const TONES: Readonly<Record<Verdict, Tone>> = { new: "positive", changed: "info", same: "neutral", error: "negative", skipped: "neutral" };

/** Rows with what happens to each, what changes, and why. */
export async function RowTable({ rows, format, customFields }: { rows: readonly ImportRowView[]; format: FormatStyle; customFields: readonly { id: string; name: string }[] }) {
  const t = await getTranslations("imports");
  const nameOf = (field: ImportKey): string => (isCustomKey(field) ? (customFields.find(({ id }) => customKey(id) === field)?.name ?? "") : t(`fields.${field}`));
  const shown = (field: ImportKey, value: string | null) => (value === null ? "—" : isNumericField(field) && isDecimal(value) ? formatNumber(value, format) : value);
  const columns: Column<ImportRowView>[] = [
    { key: "row", header: t("rows.row"), cell: ({ row }) => row, numeric: true, width: "4rem", phone: "note" },
    { key: "product", header: t("rows.product"), cell: ({ values, cells }) => values.name ?? cells.filter((text) => text !== "").slice(0, 3).join(" · "), phone: "title" },
    { key: "verdict", header: t("rows.verdict"), cell: ({ verdict }) => <Badge tone={TONES[verdict]}>{t(`verdicts.${verdict}`)}</Badge>, phone: "value" },
    {
      key: "detail",
      header: t("rows.detail"),
      phone: "detail",
      cell: ({ verdict, values, changes, reasons }) => (
        <div className="flex flex-col gap-0.5 py-0.5 text-sm">
          {verdict === "new" && values.salePrice !== undefined ? <span className="num">{t("fields.salePrice")}: {shown("salePrice", values.salePrice)}</span> : null}
          {(Object.entries(changes) as [ImportKey, { from: string | null; to: string }][]).map(([field, { from, to }]) => (
            <span key={field} className="num">{t("rows.from", { field: nameOf(field), from: shown(field, from), to: shown(field, to) })}</span>
          ))}
          {reasons.map((reason, i) => (
            <span key={i} className={reason.severity === "error" ? "text-negative" : reason.severity === "warning" ? "text-warning" : "text-ink-3"}>{sayReason(t, reason)}</span>
          ))}
        </div>
      ),
    },
  ];
  return <DataTable caption={t("rows.title")} columns={columns} rows={rows} rowKey={({ row }) => row} />;
}
