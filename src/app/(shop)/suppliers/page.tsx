import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listSuppliers } from "@/modules/suppliers/queries/list-suppliers.ts";
import { writeTaxId } from "@/modules/suppliers/rules/tax-id.ts";
import { WEEK } from "@/modules/suppliers/rules/week.ts";
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
import { TabLinks } from "@/ui/tab-links.tsx";
import { TextInput } from "@/ui/text-input.tsx";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("supplier.read");
  return { title: (await getTranslations("suppliers"))("title") };
}

export default async function SuppliersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("supplier.read");
  const search = await searchParams;
  const one = (name: string): string => (typeof search[name] === "string" ? search[name].replace(/\p{Cc}/gu, " ").slice(0, 2_000) : "");
  const [q, archived, cursor] = [one("q").slice(0, 200), one("view") === "archived", one("cursor")];
  const [shop, listed, t] = await Promise.all([getShop(ctx), listSuppliers(ctx, { q, archived, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }), getTranslations("suppliers")]);
  if (!listed.ok) redirect("/suppliers");
  const { items, nextCursor } = listed.value;
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("supplier.write");
  const add = mayWrite ? <LinkButton href="/suppliers/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null;
  const href = (more: Record<string, string>): string => `/suppliers?${new URLSearchParams({ ...(q ? { q } : {}), ...(archived ? { view: "archived" } : {}), ...more })}`;
  const empty = q ? { title: t("nothing", { query: q }), text: undefined } : archived ? { title: t("archivedTitle"), text: undefined } : { title: t("emptyTitle"), text: t("emptyText") };
  return (
    <>
      <PageHeader title={t("title")} actions={<><LinkButton href="/suppliers/rates" tone="quiet">{t("rates")}</LinkButton>{add}</>}>
        <form action="/suppliers" role="search" className="flex max-w-md items-end gap-2">
          <div className="grow"><TextInput label={t("search")} labelHidden name="q" type="search" placeholder={t("search")} defaultValue={q} autoComplete="off" /></div>
          {archived ? <input type="hidden" name="view" value="archived" /> : null}
          <Button type="submit">{t("searchButton")}</Button>
        </form>
        <TabLinks label={t("views")} items={[{ href: "/suppliers", label: t("all"), current: !archived }, { href: "/suppliers?view=archived", label: t("archived"), current: archived }]} />
      </PageHeader>
      <PageBody>
        <Shortcuts items={[{ keys: "/", label: t("search"), focusId: "q" }, ...(mayWrite ? [{ keys: "n", label: t("new"), href: "/suppliers/new" }] : [])]} />
        {items.length === 0 ? <EmptyState title={empty.title} text={empty.text}>{q || archived ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("title")}
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/suppliers/${id}`}
              columns={[
                { key: "name", header: t("columns.name"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
                { key: "taxId", header: t("columns.taxId"), cell: ({ taxId }) => <span className="font-mono text-sm">{taxId ? writeTaxId(taxId) : ""}</span>, phone: "detail" },
                { key: "currency", header: t("columns.currency"), cell: ({ currency }) => currency },
                { key: "discounts", header: t("columns.discounts"), cell: ({ discounts }) => <span className="font-mono text-sm">{discounts}</span>, phone: "value" },
                { key: "lead", header: t("columns.lead"), cell: ({ leadDays }) => (leadDays === null ? "" : t("days", { count: leadDays })), numeric: true },
                { key: "days", header: t("columns.orderDays"), cell: ({ orderDays }) => orderDays.map((day) => t(`weekShort.${WEEK[day - 1]!}`)).join(", ") },
                { key: "least", header: t("columns.minOrder"), cell: ({ minOrder, currency }) => (minOrder === null ? "" : formatMoney(minOrder, format, { currency })), numeric: true },
                { key: "products", header: t("columns.products"), cell: ({ productCount }) => productCount, numeric: true, phone: "note" },
              ]}
            />
            <RowKeys nextLabel={t("columns.name")} previousLabel={t("columns.name")} />
            <Pager nextHref={nextCursor === null ? undefined : href({ cursor: nextCursor })} />
          </div>
        )}
      </PageBody>
    </>
  );
}
