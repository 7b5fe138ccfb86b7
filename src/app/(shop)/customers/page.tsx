import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCustomers } from "@/modules/customers/queries/list-customers.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TextInput } from "@/ui/text-input.tsx";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("customer.read");
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("customer.read");
  const search = await searchParams;
  const one = (name: string): string => (typeof search[name] === "string" ? search[name].replace(/\p{Cc}/gu, " ").slice(0, 2_000) : "");
  const [q, cursor] = [one("q").slice(0, 200), one("cursor")];
  const [listed, shop, t] = await Promise.all([listCustomers(ctx, { q, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }), getShop(ctx), getTranslations("customers")]);
  if (!listed.ok) redirect("/customers");
  const { items, nextCursor } = listed.value;
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("customer.write");
  const add = mayWrite ? <LinkButton href="/customers/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={t("title")} actions={add}>
        <form action="/customers" role="search" className="flex max-w-md items-end gap-2">
          <div className="grow"><TextInput label={t("search")} labelHidden name="q" type="search" placeholder={t("search")} defaultValue={q} autoComplete="off" /></div>
          <Button type="submit">{t("searchButton")}</Button>
        </form>
      </PageHeader>
      <PageBody>
        <Shortcuts items={[{ keys: "/", label: t("search"), focusId: "q" }, ...(mayWrite ? [{ keys: "n", label: t("new"), href: "/customers/new" }] : [])]} />
        {items.length === 0 ? <EmptyState title={q ? t("nothing", { query: q }) : t("emptyTitle")} text={q ? undefined : t("emptyText")}>{q ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("title")}
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/customers/${id}`}
              columns={[
                { key: "name", header: t("columns.name"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
                { key: "phone", header: t("columns.phone"), cell: ({ phone }) => <span className="num">{phone ?? ""}</span>, phone: "detail" },
                { key: "document", header: t("columns.document"), cell: ({ document }) => <span className="font-mono text-sm">{document ?? ""}</span>, phone: "note" },
                { key: "balance", header: t("columns.balance"), cell: ({ balance }) => formatMoney(balance, format), numeric: true, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.name")} previousLabel={t("columns.name")} />
            <Pager nextHref={nextCursor === null ? undefined : `/customers?${new URLSearchParams({ ...(q ? { q } : {}), cursor: nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
