import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCreditNotes } from "@/modules/purchases/queries/get-credit-note.ts";
import { listCreditNotesSchema } from "@/modules/purchases/schema.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { PurchaseTabs } from "../purchase-tabs.tsx";


export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("receiving"))("notes.title") };
}

export default async function CreditNotesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.read");
  const asked = listCreditNotesSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/purchases/credit-notes");
  const [shop, page, t, tPurchases] = await Promise.all([getShop(ctx), listCreditNotes(ctx, asked.data), getTranslations("receiving"), getTranslations("purchases")]);
  const format = formatStyleOf(shop);
  const add = ctx.permissions.has("purchase.write") ? <LinkButton href="/purchases/credit-notes/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("notes.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={tPurchases("title")} actions={add}><PurchaseTabs ctx={ctx} current="creditNotes" /></PageHeader>
      <PageBody width="wide">
        {add ? <Shortcuts items={[{ keys: "n", label: t("notes.new"), href: "/purchases/credit-notes/new" }]} /> : null}
        {page.items.length === 0 ? <EmptyState title={t("notes.emptyTitle")} text={t("notes.emptyText")}>{add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("notes.title")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/purchases/credit-notes/${id}`}
              columns={[
                { key: "supplier", header: t("columns.supplier"), cell: ({ supplierName }) => <span className="break-words">{supplierName}</span>, phone: "title" },
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="font-mono text-sm">{number}</span>, phone: "detail" },
                { key: "date", header: t("columns.date"), cell: ({ date }) => <span className="num">{formatDate(date, format)}</span> },
                { key: "state", header: t("columns.state"), cell: ({ status }) => <Badge tone={status === "posted" ? "positive" : undefined}>{t(`notes.states.${status}`)}</Badge>, phone: "note" },
                { key: "total", header: t("columns.total"), cell: ({ total }) => formatMoney(total, format, { symbol: false }), numeric: true, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/purchases/credit-notes?${new URLSearchParams({ cursor: page.nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
