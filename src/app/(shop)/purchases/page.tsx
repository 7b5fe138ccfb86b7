import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listPurchases } from "@/modules/purchases/queries/list-purchases.ts";
import { PurchaseTable } from "@/modules/purchases/ui/purchase-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { PurchaseTabs } from "./purchase-tabs.tsx";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("purchases"))("title") };
}

export default async function PurchasesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.read");
  const search = await searchParams;
  const one = (name: string): string => (typeof search[name] === "string" ? search[name].replace(/\p{Cc}/gu, " ").slice(0, 2_000) : "");
  const [q, cursor] = [one("q").slice(0, 200), one("cursor")];
  const status = (["due", "cancelled"] as const).find((view) => view === one("view"));
  const [listed, shop, t] = await Promise.all([listPurchases(ctx, { q, status, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }), getShop(ctx), getTranslations("purchases")]);
  if (!listed.ok) redirect("/purchases");
  const { items, nextCursor } = listed.value;
  const mayWrite = ctx.permissions.has("purchase.write");
  const add = mayWrite ? <LinkButton href="/purchases/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null;
  const href = (more: Record<string, string>): string => `/purchases?${new URLSearchParams({ ...(q ? { q } : {}), ...(status ? { view: status } : {}), ...more })}`;
  const empty = q ? t("nothing") : status === "due" ? t("nothingDue") : status === "cancelled" ? t("nothingCancelled") : t("emptyTitle");
  return (
    <>
      <PageHeader title={t("title")} actions={add}>
        <PurchaseTabs ctx={ctx} current="bills" />
        <form action="/purchases" role="search" className="flex max-w-md items-end gap-2">
          <div className="grow"><TextInput label={t("search")} labelHidden name="q" type="search" placeholder={t("search")} defaultValue={q} autoComplete="off" /></div>
          {status ? <input type="hidden" name="view" value={status} /> : null}
          <Button type="submit">{t("searchButton")}</Button>
        </form>
        <TabLinks
          label={t("views")}
          items={[
            { href: "/purchases", label: t("all"), current: status === undefined },
            { href: "/purchases?view=due", label: t("due"), current: status === "due" },
            { href: "/purchases/calendar", label: t("calendar.title"), current: false },
            { href: "/purchases?view=cancelled", label: t("cancelled"), current: status === "cancelled" },
          ]}
        />
      </PageHeader>
      <PageBody width="wide">
        <Shortcuts items={[{ keys: "/", label: t("search"), focusId: "q" }, ...(mayWrite ? [{ keys: "n", label: t("new"), href: "/purchases/new" }] : [])]} />
        {items.length === 0 ? <EmptyState title={empty} text={q || status ? undefined : t("emptyText")}>{q || status ? null : add}</EmptyState> : (
          <div>
            <PurchaseTable purchases={items} format={formatStyleOf(shop)} today={dayIn(ctx.now, shop.timeZone)} />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={nextCursor === null ? undefined : href({ cursor: nextCursor })} />
          </div>
        )}
      </PageBody>
    </>
  );
}
