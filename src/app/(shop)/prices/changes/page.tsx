import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listPriceRuns } from "@/modules/pricing/queries/get-price-run.ts";
import { runState, runWords } from "@/modules/pricing/queries/run-words.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PriceTabs } from "../price-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("price.change");
  return { title: (await getTranslations("prices"))("history") };
}

export default async function PriceChangesPage() {
  const ctx = await enterPage("price.change");
  const [shop, runs, t] = await Promise.all([getShop(ctx), listPriceRuns(ctx), getTranslations("prices")]);
  const format = formatStyleOf(shop);
  const rows = await Promise.all(runs.map(async (run) => ({ run, words: await runWords(run, format) })));
  return (
    <>
      <PageHeader title={t("title")}><PriceTabs current="history" /></PageHeader>
      <PageBody>
        {rows.length === 0 ? <EmptyState title={t("run.emptyTitle")} text={t("run.emptyText")}><LinkButton href="/prices" tone="primary">{t("console")}</LinkButton></EmptyState> : (
          <DataTable
            caption={t("history")}
            rows={rows}
            rowKey={({ run }) => run.id}
            rowHref={({ run }) => `/prices/changes/${run.id}`}
            columns={[
              { key: "what", header: t("run.columns.what"), cell: ({ words }) => words, phone: "title" },
              { key: "when", header: t("run.columns.when"), cell: ({ run }) => <span className="text-ink-2">{formatDateTime(run.createdAt, format)}</span>, phone: "detail" },
              { key: "who", header: t("run.columns.who"), cell: ({ run }) => <span className="text-ink-2">{run.by ?? ""}</span> },
              { key: "prices", header: t("run.columns.prices"), cell: ({ run }) => formatNumber(String(run.total), format), numeric: true, phone: "value" },
              { key: "state", header: t("run.columns.state"), cell: ({ run }) => t(`run.${runState(run)}`), phone: "note" },
            ]}
          />
        )}
      </PageBody>
    </>
  );
}
