import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listBatches } from "@/modules/labels/queries/get-batch.ts";
import { formatOf, labelsPerPage } from "@/modules/labels/rules/formats.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LabelTabs } from "../label-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("label.print");
  return { title: (await getTranslations("labels"))("tabs.history") };
}

export default async function LabelBatchesPage() {
  const ctx = await enterPage("label.print");
  const [shop, batches, t] = await Promise.all([getShop(ctx), listBatches(ctx), getTranslations("labels")]);
  const format = formatStyleOf(shop);
  return (
    <>
      <PageHeader title={t("title")}><LabelTabs current="history" /></PageHeader>
      <PageBody>
        {batches.length === 0 ? <EmptyState title={t("history.emptyTitle")} text={t("history.emptyText")}><LinkButton href="/labels" tone="primary">{t("tabs.print")}</LinkButton></EmptyState> : (
          <DataTable
            caption={t("tabs.history")}
            rows={batches}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/labels/batches/${id}`}
            columns={[
              { key: "what", header: t("columns.what"), cell: ({ choice, listName }) => [t(`of.${choice.kind}`), listName].filter(Boolean).join(" · "), phone: "title" },
              { key: "format", header: t("columns.format"), cell: ({ layout }) => <span className="text-ink-2">{t(`formats.${layout.format}`, { count: labelsPerPage(formatOf(layout.format)) })}</span> },
              { key: "when", header: t("columns.when"), cell: ({ createdAt }) => <span className="text-ink-2">{formatDateTime(createdAt, format)}</span>, phone: "detail" },
              { key: "who", header: t("columns.who"), cell: ({ by }) => <span className="text-ink-2">{by ?? ""}</span> },
              { key: "labels", header: t("columns.labels"), cell: ({ labels }) => formatNumber(String(labels), format), numeric: true, phone: "value" },
              { key: "state", header: t("columns.state"), cell: ({ printedAt }) => (printedAt === null ? t("batch.notPrinted") : t("batch.printed", { when: formatDateTime(printedAt, format) })), phone: "note" },
            ]}
          />
        )}
      </PageBody>
    </>
  );
}
