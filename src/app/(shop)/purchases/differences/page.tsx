import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { DIFFERENCE_VIEWS, listDifferencesSchema } from "@/modules/purchases/schema.ts";
import { DifferenceQueue } from "@/modules/purchases/ui/difference-queue.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";
import { PurchaseTabs } from "../purchase-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("receiving"))("differences.title") };
}

export default async function DifferencesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.read");
  const asked = listDifferencesSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/purchases/differences");
  const { status, purchaseId } = asked.data;
  const [shop, page, t, tPurchases] = await Promise.all([getShop(ctx), listDifferences(ctx, asked.data), getTranslations("receiving.differences"), getTranslations("purchases")]);
  return (
    <ClientMessages namespaces={["receiving"]}>
      <PageHeader title={tPurchases("title")}><PurchaseTabs ctx={ctx} current="differences" /></PageHeader>
      <PageBody width="wide">
        <TabLinks label={t("views")} items={DIFFERENCE_VIEWS.map((one) => ({ href: one === "open" ? "/purchases/differences" : `/purchases/differences?status=${one}`, label: t(one), current: one === status }))} />
        {page.items.length === 0 ? <EmptyState title={t(status === "open" ? "nothing" : "nothingElse")} text={status === "open" ? t("nothingText") : undefined} /> : (
          <div className="pt-4">
            <DifferenceQueue tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} differences={page.items} mayDecide={ctx.permissions.has("purchase.write")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/purchases/differences?${new URLSearchParams({ status, ...(purchaseId ? { purchaseId } : {}), cursor: page.nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </ClientMessages>
  );
}
