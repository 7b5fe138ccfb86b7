import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { big } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { CostReview } from "@/modules/pricing/ui/cost-review.tsx";
import { cancelPurchaseAction } from "@/modules/purchases/actions.ts";
import { getPurchase } from "@/modules/purchases/queries/get-purchase.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listCostChanges } from "@/modules/purchases/queries/list-cost-changes.ts";
import { matchOfBill } from "@/modules/purchases/queries/match-of-bill.ts";
import { MatchTable } from "@/modules/purchases/ui/match-table.tsx";
import { PayDialog } from "@/modules/purchases/ui/pay-dialog.tsx";
import { PurchasePaper } from "@/modules/purchases/ui/purchase-paper.tsx";
import { PurchaseState } from "@/modules/purchases/ui/purchase-state.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface PurchasePageProps {
  params: Promise<{ id: string }>;
}

const loadPurchase = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const purchase = isUuid(id) ? await getPurchase(ctx.db, id) : null;
  return { ctx, purchase: purchase ?? notFound() };
});

export async function generateMetadata({ params }: PurchasePageProps): Promise<Metadata> {
  const { purchase } = await loadPurchase((await params).id);
  return { title: `${purchase.supplierName} ${purchase.number}` };
}

export default async function PurchasePage({ params }: PurchasePageProps) {
  const { ctx, purchase } = await loadPurchase((await params).id);
  const seesCost = ctx.permissions.has("product.cost");
  const [shop, places, match, costs, t] = await Promise.all([getShop(ctx), listLocations(ctx), matchOfBill(ctx, purchase.id), seesCost && purchase.status === "posted" ? listCostChanges(ctx, purchase.id) : [], getTranslations("purchases")]);
  const format = formatStyleOf(shop);
  const today = dayIn(ctx.now, shop.timeZone);
  const isPosted = purchase.status === "posted";
  return (
    <ClientMessages namespaces={["purchases", "prices"]}>
      <PageHeader
        title={`${purchase.supplierName} · ${purchase.number}`}
        back={{ href: "/purchases", label: t("one.back") }}
        actions={
          <>
            <PurchaseState purchase={purchase} today={today} />
            {isPosted && ctx.permissions.has("purchase.write") ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={purchase.id} action={cancelPurchaseAction} words={{ open: t("one.cancel"), title: t("one.cancelTitle", { number: purchase.number }), text: t("one.cancelText"), reason: t("one.reason"), confirm: t("one.confirm"), keep: t("one.keep"), done: t("one.done", { number: purchase.number }) }} /> : null}
            {isPosted && big(purchase.due).gt(0) && ctx.permissions.has("purchase.pay") ? (
              <PayDialog tenantSlug={ctx.tenant.slug} format={format} supplierId={purchase.supplierId} supplierName={purchase.supplierName} due={purchase.due} purchaseId={purchase.id} today={today} />
            ) : null}
          </>
        }
      />
      <PageBody width="wide">
        <PurchasePaper purchase={purchase} format={format} place={places.find(({ id }) => id === purchase.locationId)?.name ?? ""} seesSupplier={ctx.permissions.has("supplier.read")} seesProducts={ctx.permissions.has("product.read")} />
        {costs.length > 0 ? <CostReview tenantSlug={ctx.tenant.slug} format={format} purchaseId={purchase.id} costs={costs} mayReprice={ctx.permissions.has("price.change")} /> : null}
        <MatchTable lines={match} purchaseId={purchase.id} format={format} />
        <RecordHistory ctx={ctx} entity="purchase" entityId={purchase.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
