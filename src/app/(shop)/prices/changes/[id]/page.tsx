import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf, type FormatStyle } from "@/kernel/format-style.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { getPriceRun, type PriceRunView } from "@/modules/pricing/queries/get-price-run.ts";
import { listRunRows, RUN_ROW_VIEWS, type RunRow, type RunRows, type RunRowView } from "@/modules/pricing/queries/list-run-rows.ts";
import { listScopeOptions } from "@/modules/pricing/queries/list-scope-options.ts";
import { runState, runWords } from "@/modules/pricing/queries/run-words.ts";
import { CancelRun } from "@/modules/pricing/ui/cancel-run.tsx";
import { RunProgress } from "@/modules/pricing/ui/run-progress.tsx";
import { UndoPanel } from "@/modules/pricing/ui/undo-panel.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";

interface RunPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadRun = cache(async (id: string) => {
  const ctx = await enterPage("price.change");
  const [shop, run] = await Promise.all([getShop(ctx), getPriceRun(ctx, id)]);
  const format = formatStyleOf(shop);
  const found = run ?? notFound();
  return { ctx, format, run: found, words: await runWords(found, format) };
});

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  return { title: (await loadRun((await params).id)).words };
}

export default async function PriceRunPage({ params, searchParams }: RunPageProps) {
  const { ctx, format, run, words } = await loadRun((await params).id);
  const search = await searchParams;
  const view = RUN_ROW_VIEWS.find((one) => one === search["view"]) ?? "all";
  const page = /^\d{1,5}$/.test(String(search["page"] ?? "")) ? Number(search["page"]) : 0;
  const [rows, options, categories, t] = await Promise.all([listRunRows(ctx, run.id, view, page), listScopeOptions(ctx), listCategories(ctx), getTranslations("prices")]);
  const state = runState(run);
  const href = (next: RunRowView, at = 0): string => `/prices/changes/${run.id}?${new URLSearchParams({ ...(next === "all" ? {} : { view: next }), ...(at > 0 ? { page: String(at) } : {}) })}`;
  return (
    <ClientMessages namespaces={["prices"]}>
      <PageHeader title={words} back={{ href: "/prices/changes", label: t("history") }} actions={<><Badge>{t(`run.${state}`)}</Badge>{ctx.permissions.has("label.print") ? <RunLabels run={run} /> : null}</>}>
        <p className="text-sm text-ink-2">{formatDateTime(run.createdAt, format)}{run.by ? ` · ${t("run.by", { name: run.by })}` : ""}</p>
        <RunTabs counts={rows.counts} current={view} href={href} format={format} />
      </PageHeader>
      <PageBody>
        <RunStatus run={run} state={state} tenantSlug={ctx.tenant.slug} format={format} />
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <div>
            <RunTable rows={rows.items} format={format} />
            <Pager previousHref={page > 0 ? href(view, page - 1) : undefined} nextHref={rows.nextPage === null ? undefined : href(view, rows.nextPage)} />
          </div>
          {run.status === "applied" || run.status === "failed" ? <UndoPanel tenantSlug={ctx.tenant.slug} runId={run.id} choices={{ ...options, categories: categoryOptions(categories), lists: [] }} /> : null}
        </div>
      </PageBody>
    </ClientMessages>
  );
}

interface RunStatusProps {
  run: PriceRunView;
  state: ReturnType<typeof runState>;
  tenantSlug: string;
  format: FormatStyle;
}

async function RunStatus({ run, state, tenantSlug, format }: RunStatusProps) {
  const t = await getTranslations("prices.run");
  if (state === "scheduled") return <><Banner tone="info">{t("at", { when: formatDateTime(run.runAt, format) })}</Banner><CancelRun tenantSlug={tenantSlug} id={run.id} /></>;
  if (state === "waiting" || run.undoing) return <RunProgress undoing={run.undoing} done={run.done} total={run.total} />;
  return run.kept > 0 ? <Banner tone="warning">{t("kept", { count: run.kept })}</Banner> : null;
}

/** From new prices to the paper on the shelf in one step. */
async function RunLabels({ run }: { run: PriceRunView }) {
  if (run.done - run.kept <= 0) return null;
  const label = (await getTranslations("prices.run"))("labels");
  const href = `/labels?${new URLSearchParams({ run: run.id, ...(run.listId === null ? {} : { list: run.listId }) })}`;
  return (
    <>
      <LinkButton href={href} kbd="E" icon={<Tags aria-hidden size={16} />}>{label}</LinkButton>
      <Shortcuts items={[{ keys: "e", label, href }]} />
    </>
  );
}

interface RunTabsProps {
  counts: RunRows["counts"];
  current: RunRowView;
  href: (view: RunRowView) => string;
  format: FormatStyle;
}

async function RunTabs({ counts, current, href, format }: RunTabsProps) {
  const t = await getTranslations("prices.run");
  const labels: Record<RunRowView, string> = { all: t("all"), standing: t("standing"), changed_since: t("changedSince"), kept: t("keptView"), undone: t("undoneView") };
  const shown = RUN_ROW_VIEWS.filter((view) => view === "all" || view === current || counts[view] > 0);
  return <TabLinks label={t("views")} items={shown.map((view) => ({ href: href(view), label: labels[view], current: view === current, ...(view === "all" ? {} : { count: formatNumber(String(counts[view]), format) }) }))} />;
}

async function RunTable({ rows, format }: { rows: readonly RunRow[]; format: FormatStyle }) {
  const t = await getTranslations("prices");
  const price = (value: string | null): string => (value === null ? "" : formatPrice(value, format, { symbol: false }));
  return (
    <DataTable
      caption={t("history")}
      rows={rows}
      rowKey={({ productId }) => productId}
      columns={[
        { key: "name", header: t("sim.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name ?? t("run.gone")}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku ?? ""}</span></>, phone: "block" },
        { key: "from", header: t("run.before"), cell: ({ from }) => <span className="text-ink-2">{price(from)}</span>, numeric: true },
        { key: "to", header: t("run.then"), cell: ({ to }) => price(to), numeric: true, phone: "note" },
        { key: "now", header: t("run.now"), cell: ({ now, standing }) => <span className={standing === "changed_since" ? "font-medium text-warning" : "font-medium"}>{price(now)}</span>, numeric: true, phone: "value" },
      ]}
    />
  );
}
