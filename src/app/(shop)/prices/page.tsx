import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listScopeOptions } from "@/modules/pricing/queries/list-scope-options.ts";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { PriceConsole } from "@/modules/pricing/ui/price-console.tsx";
import { getPurchase } from "@/modules/purchases/queries/get-purchase.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PriceTabs } from "./price-tabs.tsx";

const MOST_TICKED = 200;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("price.change");
  return { title: (await getTranslations("prices"))("title") };
}

export default async function PricesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("price.change");
  const { importId, purchaseId, products } = await searchParams;
  const ticked = typeof products === "string" ? products.split(".").filter(isUuid).slice(0, MOST_TICKED) : [];
  const list = typeof importId === "string" && isUuid(importId) ? await getImport(ctx, importId) : null;
  const bill = isUuid(purchaseId) && ctx.permissions.has("purchase.read") ? await getPurchase(ctx.db, purchaseId) : null;
  const fromImport = list?.ok && list.value.supplierId !== null ? { kind: "importId" as const, id: list.value.id, name: list.value.fileName || list.value.plan?.terms?.name || "" } : undefined;
  const from = fromImport ?? (bill?.status === "posted" ? { kind: "purchaseId" as const, id: bill.id, name: `${bill.supplierName} · ${bill.number}` } : ticked.length > 0 ? { kind: "productIds" as const, id: ticked.join("."), name: String(ticked.length) } : undefined);
  const [shop, options, categories, lists, t] = await Promise.all([getShop(ctx), listScopeOptions(ctx), listCategories(ctx), loadPriceLists(ctx.db), getTranslations("prices")]);
  const changeable = lists.filter(({ kind, isActive }) => kind !== "derived" && isActive).map(({ id, kind, name }) => (kind === "base" ? { value: "", label: t("scope.base") } : { value: id, label: name ?? "" }));
  return (
    <ClientMessages namespaces={["prices"]}>
      <PageHeader title={t("title")}><PriceTabs current="console" /></PageHeader>
      <PageBody>
        <PriceConsole key={from?.id ?? "all"} from={from} tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} choices={{ ...options, categories: categoryOptions(categories), lists: changeable }} seesCost={ctx.permissions.has("product.cost")} />
      </PageBody>
    </ClientMessages>
  );
}
