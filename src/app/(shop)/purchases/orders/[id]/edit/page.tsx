import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { isUuid } from "@/kernel/id.ts";
import { getPurchaseOrder } from "@/modules/ordering/queries/get-purchase-order.ts";
import { findBillGoodsById } from "@/modules/purchases/queries/find-bill-goods.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { OrderForm } from "../../order-form.tsx";

interface EditOrderPageProps {
  params: Promise<{ id: string }>;
}

const loadOrder = cache(async (id: string) => {
  const ctx = await enterPage("purchase.write");
  const known = isUuid(id) ? await getPurchaseOrder(ctx.db, id) : null;
  return { ctx, order: known?.view ?? notFound() };
});

export async function generateMetadata({ params }: EditOrderPageProps): Promise<Metadata> {
  const { order } = await loadOrder((await params).id);
  return { title: (await getTranslations("ordering"))("form.edit", { number: order.number }) };
}

export default async function EditOrderPage({ params }: EditOrderPageProps) {
  const { ctx, order } = await loadOrder((await params).id);
  if (order.status !== "draft") redirect(`/purchases/orders/${order.id}`);
  const [goods, t] = await Promise.all([findBillGoodsById(ctx, order.supplierId, order.lines.map(({ productId }) => productId)), getTranslations("ordering")]);
  const lines = order.lines.flatMap(({ productId, quantity, unitCost }) => (goods.has(productId) ? [{ goods: goods.get(productId)!, quantity, unitCost }] : []));
  const values = { ...(order.expectedOn === null ? {} : { expectedOn: order.expectedOn }), ...(order.notes === null ? {} : { notes: order.notes }) };
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("form.edit", { number: order.number })} back={{ href: `/purchases/orders/${order.id}`, label: t("one.title", { number: order.number }) }} />
      <PageBody width="wide"><OrderForm ctx={ctx} isNew={false} start={{ id: order.id, supplierId: order.supplierId, locationId: order.locationId, values, lines }} /></PageBody>
    </ClientMessages>
  );
}
