import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { isZero } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listEntryLines } from "@/modules/finance/queries/list-entry-lines.ts";
import { saleOfReturn } from "@/modules/sales/queries/sale-of-return.ts";
import { loadSaleStory } from "@/modules/sales/queries/load-sale-story.ts";
import { loadReceipt } from "@/modules/sales/queries/load-receipt.ts";
import { ReceiptButtons } from "@/modules/sales/ui/receipt-buttons.tsx";
import { ReceiptLink } from "@/modules/sales/ui/receipt-link.tsx";
import { openLink } from "@/modules/tenancy/queries/open-link.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import { ClientMessages } from "@/app/client-messages.tsx";
import { leftOf } from "@/modules/sales/rules/take-back.ts";
import { CancelSaleDialog } from "@/modules/sales/ui/cancel-sale-dialog.tsx";
import { ReturnDialog } from "@/modules/sales/ui/return-dialog.tsx";
import { SaleStory } from "@/modules/sales/ui/sale-story.tsx";
import { SaleState } from "@/modules/sales/ui/sale-state.tsx";
import { SaleEntry } from "@/modules/sales/ui/sale-entry.tsx";
import { SalePaper } from "@/modules/sales/ui/sale-paper.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

interface SalePageProps {
  params: Promise<{ id: string }>;
}

const loadSale = cache(async (id: string) => {
  const ctx = await enterPage("sale.read");
  const sale = isUuid(id) ? await getSale(ctx.db, id) : null;
  if (sale) return { ctx, sale };
  // A movement of stock knows its return, which stands on the page of its sale.
  const returned = isUuid(id) ? await saleOfReturn(ctx.db, id) : null;
  return returned === null ? notFound() : redirect(`/sales/${returned}`);
});

export async function generateMetadata({ params }: SalePageProps): Promise<Metadata> {
  const { sale } = await loadSale((await params).id);
  const t = await getTranslations("sales");
  return { title: t("one", { number: String(sale.number) }) };
}

export default async function SalePage({ params }: SalePageProps) {
  const { ctx, sale } = await loadSale((await params).id);
  const seesBooks = ctx.permissions.has("report.read");
  const [shop, receipt, story, link, entry, t] = await Promise.all([
    getShop(ctx), loadReceipt(ctx.db, sale.id), loadSaleStory(ctx, sale), openLink(ctx, "sale", sale.id), seesBooks ? listEntryLines(ctx, sale.id) : [], getTranslations("sales"),
  ]);
  if (!receipt.ok) notFound();
  const { issuer, content } = receipt.value;
  const paper = { tenantSlug: ctx.tenant.slug, format: formatStyleOf(shop), saleId: sale.id, issuer };
  const style = formatStyleOf(shop);
  const lines = returnableLines(sale);
  const mayReturn = lines.length > 0 && sale.status !== "cancelled" && ctx.permissions.has("sale.return");
  return (
    <ClientMessages namespaces={["sales", "receipt", "approval"]}>
      <PageHeader
        title={t("one", { number: String(sale.number) })}
        back={{ href: "/sales", label: t("title") }}
        actions={
          <>
            <SaleState status={sale.status} />
            {sale.status === "completed" && ctx.permissions.has("sale.cancel") ? <CancelSaleDialog tenantSlug={ctx.tenant.slug} saleId={sale.id} number={sale.number} /> : null}
            <ReceiptButtons {...paper} content={content} />
            {mayReturn ? <ReturnDialog tenantSlug={ctx.tenant.slug} format={style} saleId={sale.id} number={sale.number} lines={lines} /> : null}
          </>
        }
      />
      <PageBody width="wide">
        <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <SalePaper sale={sale} shopName={shop.name} format={style} />
          <div>
            <SaleStory sale={sale} story={story} customer={content.customer} paper={paper} seesShifts={ctx.permissions.has("shift.read")} />
            {seesBooks ? <SaleEntry lines={entry} format={style} /> : null}
          </div>
        </div>
        {ctx.permissions.has("sale.register") ? <div className="mt-8"><ReceiptLink tenantSlug={ctx.tenant.slug} format={style} saleId={sale.id} link={link} names={{ shop: shop.name, number: String(sale.number) }} /></div> : null}
        {ctx.permissions.has("audit.read") ? <p className="border-t border-line pt-6"><TextLink href={`/audit?${new URLSearchParams({ entity: "sale", entityId: sale.id })}`}>{t("inTrail")}</TextLink></p> : null}
      </PageBody>
    </ClientMessages>
  );
}

function returnableLines({ lines }: SaleView) {
  return lines
    .filter(({ quantity }) => !quantity.startsWith("-"))
    .map((line) => ({ id: line.id, name: line.name, unit: line.unit, left: leftOf({ quantity: line.quantity, back: { quantity: line.returned } }) }))
    .filter(({ left }) => !isZero(left));
}
