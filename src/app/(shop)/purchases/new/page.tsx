import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { findBillGoodsById } from "@/modules/purchases/queries/find-bill-goods.ts";
import { getReceipt } from "@/modules/purchases/queries/get-receipt.ts";
import { loadOpenGoods } from "@/modules/purchases/queries/load-open-goods.ts";
import { BillEditor } from "@/modules/purchases/ui/bill-editor.tsx";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Banner } from "@/ui/banner.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("purchases"))("new") };
}

export default async function NewPurchasePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.write");
  const [{ supplierId: asked, receiptId }, shop, suppliers, places, t] = await Promise.all([searchParams, getShop(ctx), listSupplierNames(ctx), listOwnLocations(ctx), getTranslations("purchases")]);
  const receipt = isUuid(receiptId) ? await receivedGoods(ctx, receiptId) : null;
  const supplierId = receipt?.supplierId ?? asked;
  const chosen = isUuid(supplierId) && suppliers.some(({ id }) => id === supplierId) ? supplierId : "";
  // What a receipt brought stays where it is; what is more comes to the same place.
  const locations = receipt ? [...places].sort((a, b) => Number(b.id === receipt.locationId) - Number(a.id === receipt.locationId)) : places;
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("form.title")} back={{ href: "/purchases", label: t("title") }} />
      <PageBody width="wide">
        {receipt ? <Banner tone="info">{t("form.ofReceipt", { number: receipt.number })}</Banner> : null}
        <BillEditor key={receipt?.number} tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} today={dayIn(ctx.now, shop.timeZone)} supplierId={chosen} freightSpread={shop.freightSpread} suppliers={suppliers} locations={locations} received={receipt ?? undefined} />
      </PageBody>
    </ClientMessages>
  );
}

/** What a receipt still has for a bill, at what it is expected to cost; null when there is nothing to charge. */
async function receivedGoods(ctx: Context, id: string) {
  const known = await getReceipt(ctx.db, id);
  if (!known) return null;
  const { supplierId, locationId, number } = known.view;
  const open = await loadOpenGoods(ctx.db, supplierId, [id]);
  const goods = await findBillGoodsById(ctx, supplierId, open.map(({ productId }) => productId));
  const lines = open.flatMap(({ productId, quantity, unitCost }) => (goods.has(productId) ? [{ goods: goods.get(productId)!, quantity, unitCost }] : []));
  return lines.length === 0 ? null : { supplierId, locationId, number, receiptIds: [id], lines };
}
