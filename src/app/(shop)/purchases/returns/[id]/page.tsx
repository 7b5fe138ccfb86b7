import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { cancelReturnAction } from "@/modules/purchases/actions.ts";
import { getReturn } from "@/modules/purchases/queries/get-return.ts";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

interface ReturnPageProps {
  params: Promise<{ id: string }>;
}

const TONES = { pending: "warning", credited: "positive", cancelled: undefined } as const;

const loadReturn = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const known = isUuid(id) ? await getReturn(ctx.db, id) : null;
  return { ctx, returned: known?.view ?? notFound() };
});

export async function generateMetadata({ params }: ReturnPageProps): Promise<Metadata> {
  const { returned } = await loadReturn((await params).id);
  return { title: (await getTranslations("receiving"))("return.title", { number: returned.number }) };
}

export default async function ReturnPage({ params }: ReturnPageProps) {
  const { ctx, returned } = await loadReturn((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("receiving")]);
  const format = formatStyleOf(shop);
  const waits = ctx.permissions.has("purchase.write") && returned.status === "pending";
  return (
    <ClientMessages namespaces={["receiving"]}>
      <PageHeader
        title={t("return.title", { number: returned.number })}
        back={{ href: "/purchases/returns", label: t("returns.title") }}
        actions={
          <>
            <Badge tone={TONES[returned.status]}>{t(`returns.states.${returned.status}`)}</Badge>
            {waits ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={returned.id} action={cancelReturnAction} words={{ open: t("return.cancel"), title: t("return.cancelTitle", { number: returned.number }), text: t("return.cancelText"), reason: t("receipt.reason"), confirm: t("receipt.confirm"), keep: t("receipt.keep"), done: t("return.done") }} /> : null}
            {waits ? <LinkButton href={`/purchases/credit-notes/new?returnId=${returned.id}`} tone="primary">{t("return.enterNote")}</LinkButton> : null}
          </>
        }
      />
      <PageBody width="wide">
        <div className="flex flex-col gap-8">
          {returned.cancelledAt ? <Banner tone="warning">{t("receipt.cancelled", { date: formatDateTime(returned.cancelledAt, format), name: returned.cancelledBy ?? "", reason: returned.cancelReason ?? "" })}</Banner> : null}
          <DescriptionList items={[
            { term: t("columns.supplier"), detail: ctx.permissions.has("supplier.read") ? <TextLink href={`/suppliers/${returned.supplierId}`}>{returned.supplierName}</TextLink> : returned.supplierName },
            { term: t("columns.reason"), detail: returned.reason },
            { term: t("columns.date"), detail: formatDate(returned.date, format) },
            { term: t("form.location"), detail: returned.locationName },
            { term: t("return.by"), detail: `${returned.memberName}, ${formatDateTime(returned.postedAt, format)}` },
            ...(returned.notes ? [{ term: t("form.notes"), detail: returned.notes }] : []),
            { term: t("columns.value"), detail: <strong className="font-semibold">{formatMoney(returned.value, format)}</strong> },
            ...(returned.creditNoteId ? [{ term: t("return.creditNote"), detail: <TextLink href={`/purchases/credit-notes/${returned.creditNoteId}`}>{returned.creditNoteNumber}</TextLink> }] : []),
          ]} />
          <DataTable
            caption={t("form.lines")}
            rows={returned.lines}
            rowKey={({ productId }) => productId}
            columns={[
              { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
              { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => formatQuantity(quantity, unit, format), numeric: true, phone: "note" },
              { key: "unitCost", header: t("columns.unitCost"), cell: ({ unitCost }) => formatPrice(unitCost, format, { symbol: false }), numeric: true },
              { key: "value", header: t("columns.value"), cell: ({ value }) => formatMoney(value, format, { symbol: false }), numeric: true, phone: "value" },
            ]}
          />
          <RecordHistory ctx={ctx} entity="supplier_return" entityId={returned.id} format={format} />
        </div>
      </PageBody>
    </ClientMessages>
  );
}
