import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ImportView } from "@/modules/imports/queries/get-import.ts";
import { listDifferences } from "@/modules/imports/queries/list-differences.ts";
import { listDoubts } from "@/modules/imports/queries/list-doubts.ts";
import { loadListFacts } from "@/modules/imports/queries/list-facts.ts";
import { listGone } from "@/modules/imports/queries/list-gone.ts";
import { listImportRows } from "@/modules/imports/queries/list-import-rows.ts";
import { listRowsSchema } from "@/modules/imports/schema.ts";
import { DifferenceTable } from "@/modules/imports/ui/difference-table.tsx";
import { DoubtQueue } from "@/modules/imports/ui/doubt-queue.tsx";
import { GoneTable } from "@/modules/imports/ui/gone-table.tsx";
import { ImportButton } from "@/modules/imports/ui/import-button.tsx";
import { ListSteps } from "@/modules/imports/ui/list-steps.tsx";
import { ListTabs, LIST_VIEWS, type ListView } from "@/modules/imports/ui/list-tabs.tsx";
import { ListTermsLine } from "@/modules/imports/ui/list-terms.tsx";
import { RowTable } from "@/modules/imports/ui/row-table.tsx";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

type Search = Readonly<Record<string, string | string[] | undefined>>;

interface ListReviewProps {
  ctx: Context;
  view: ImportView;
  supplierId: string;
  terms: ListTerms;
  search: Search;
  format: FormatStyle;
  mapping: ReactNode;
}

/** A supplier's list: what it would change before anything does, the doubtful lines, what is new and what is gone. */
export async function ListReview({ ctx, view, supplierId, terms, search, format, mapping }: ListReviewProps) {
  const [facts, t, tPage] = await Promise.all([loadListFacts(ctx, view, supplierId), getTranslations("imports.list"), getTranslations("imports.page")]);
  const current = LIST_VIEWS.find((one) => one === search.view) ?? "changed";
  const slug = ctx.tenant.slug;
  return (
    <>
      <PageHeader title={view.fileName || tPage("pasted")} back={{ href: "/products/import", label: tPage("title") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["imports"]}>
          <ListTermsLine terms={terms} format={format} />
          {current === "doubts" ? null : <ListSteps tenantSlug={slug} view={view} facts={facts} mayReprice={ctx.permissions.has("price.change")} />}
          <section className="flex flex-col gap-3">
            <ListTabs view={view} facts={facts} current={current} format={format} />
            {current === "changed" ? <Changes ctx={ctx} id={view.id} terms={terms} search={search} format={format} /> : null}
            {current === "doubts" ? <Doubts ctx={ctx} view={view} terms={terms} format={format} /> : null}
            {current === "gone" ? (
              <>
                <p className="text-ink-2">{facts.gone === 0 ? t("goneNone") : t("goneText")}</p>
                {view.canChoose ? <div><ImportButton method="PATCH" tenantSlug={slug} path={`/imports/${view.id}`} body={{ mapping: { partial: view.choices.partial !== true } }}>{view.choices.partial === true ? t("whole") : t("partial")}</ImportButton></div> : null}
                <GoneTable items={await listGone(ctx, view, supplierId)} currency={terms.currency} format={format} />
              </>
            ) : null}
            {current === "new" || current === "same" || current === "error" || current === "skipped" ? <Rows ctx={ctx} id={view.id} customFields={view.plan?.customFields ?? []} current={current} search={search} format={format} /> : null}
          </section>
          {current === "doubts" ? null : mapping}
        </ClientMessages>
      </PageBody>
    </>
  );
}

async function Changes({ ctx, id, terms, search, format }: Pick<ListReviewProps, "ctx" | "terms" | "search" | "format"> & { id: string }) {
  const t = await getTranslations("imports.list");
  const asked = Number(search.page ?? "0");
  const { items, nextPage } = await listDifferences(ctx, id, Number.isSafeInteger(asked) && asked >= 0 && asked < 10_000 ? asked : 0);
  if (items.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      <DifferenceTable items={items} currency={terms.currency} format={format} />
      <p className="text-sm text-ink-3">{t("marginHint")}</p>
      <Pager nextHref={nextPage === null ? undefined : `?view=changed&page=${nextPage}`} />
    </>
  );
}

async function Doubts({ ctx, view, terms, format }: Pick<ListReviewProps, "ctx" | "view" | "terms" | "format">) {
  const doubts = await listDoubts(ctx, view.id);
  return <DoubtQueue tenantSlug={ctx.tenant.slug} id={view.id} doubts={doubts.ok ? doubts.value : []} currency={terms.currency} format={format} isOpen={view.status === "review"} />;
}

async function Rows({ ctx, id, current, search, format, customFields }: Pick<ListReviewProps, "ctx" | "search" | "format"> & { id: string; customFields: readonly { id: string; name: string }[]; current: Exclude<ListView, "changed" | "doubts" | "gone"> }) {
  const asked = listRowsSchema.safeParse({ verdict: current, cursor: search.cursor });
  const [page, t] = await Promise.all([listImportRows(ctx, id, asked.success ? asked.data : listRowsSchema.parse({ verdict: current })), getTranslations("imports.rows")]);
  if (!page.ok || page.value.items.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      <RowTable rows={page.value.items} format={format} customFields={customFields} />
      <Pager nextHref={page.value.nextCursor === null ? undefined : `?view=${current}&cursor=${page.value.nextCursor}`} />
    </>
  );
}
