import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { countLabels } from "@/modules/labels/queries/count-labels.ts";
import { lastLayout } from "@/modules/labels/queries/last-layout.ts";
import { listCandidates } from "@/modules/labels/queries/list-candidates.ts";
import { labelHref, readLabelAddress } from "@/modules/labels/rules/label-address.ts";
import { LabelComposer } from "@/modules/labels/ui/label-composer.tsx";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LabelTabs } from "./label-tabs.tsx";

/** Rows whose quantities can be set one by one. */
const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("label.print");
  return { title: (await getTranslations("labels"))("title") };
}

export default async function LabelsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("label.print");
  const address = readLabelAddress(await searchParams);
  const [shop, lists, categories, t] = await Promise.all([getShop(ctx), loadPriceLists(ctx.db), listCategories(ctx), getTranslations("labels")]);
  const active = lists.filter(({ isActive }) => isActive);
  const list = active.find(({ id, kind }) => (address.listId === null ? kind === "base" : id === address.listId));
  // A list that is gone: the same products at base prices.
  if (!list) redirect(labelHref({ ...address, listId: null }));
  const none = { items: [], total: 0 };
  const [counts, layout, { items, total }] = await Promise.all([countLabels(ctx.db, list), lastLayout(ctx, shop.currency), address.choice ? listCandidates(ctx, ctx.db, list, address.choice, SHOWN) : none]);
  const listOptions = active.map(({ id, kind, name }) => (kind === "base" ? { value: "", label: t("baseList") } : { value: id, label: name ?? "" }));
  return (
    <ClientMessages namespaces={["labels"]}>
      <PageHeader title={t("title")}><LabelTabs current="print" /></PageHeader>
      <PageBody>
        <LabelComposer tenantSlug={ctx.tenant.slug} listId={list.id} items={items} total={total} start={layout} address={address} counts={counts} categories={categoryOptions(categories)} lists={listOptions} format={formatStyleOf(shop)} />
      </PageBody>
    </ClientMessages>
  );
}
