import { getTranslations } from "next-intl/server";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import type { Tone } from "@/ui/tone.ts";
import type { ImportSummary } from "../queries/list-imports.ts";

const TONES: Readonly<Record<ImportSummary["status"], Tone>> = { processing: "info", review: "warning", applying: "info", applied: "positive", failed: "negative", undone: "neutral" };

/** Earlier lists, the latest first. */
export async function ImportTable({ imports, format }: { imports: readonly ImportSummary[]; format: FormatStyle }) {
  const [t, tProducts] = await Promise.all([getTranslations("imports"), getTranslations("products")]);
  const columns: Column<ImportSummary>[] = [
    { key: "file", header: t("page.file"), cell: ({ fileName }) => fileName || t("page.pasted"), phone: "title" },
    { key: "when", header: t("page.when"), cell: ({ createdAt }) => formatDateTime(createdAt, format), phone: "detail" },
    { key: "who", header: t("page.who"), cell: ({ memberName }) => memberName },
    { key: "result", header: t("page.result"), cell: ({ counts }) => t("actions.summary", { created: counts.new, updated: counts.changed, unchanged: counts.same, rejected: counts.error }) },
    { key: "state", header: t("page.state"), cell: ({ status }) => <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>, phone: "value" },
  ];
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-md font-semibold">{t("page.past")}</h2>
      <DataTable caption={t("page.past")} columns={columns} rows={imports} rowKey={({ id }) => id} rowHref={({ id }) => `/products/import/${id}`} />
      <RowKeys nextLabel={tProducts("nextRow")} previousLabel={tProducts("previousRow")} />
    </section>
  );
}
