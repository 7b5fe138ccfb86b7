import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listEntryLines } from "@/modules/finance/queries/list-entry-lines.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import { SaleEntry } from "@/modules/sales/ui/sale-entry.tsx";
import { SalePaper } from "@/modules/sales/ui/sale-paper.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface SalePageProps {
  params: Promise<{ id: string }>;
}

const loadSale = cache(async (id: string) => {
  const ctx = await enterPage("sale.read");
  const sale = isUuid(id) ? await getSale(ctx.db, id) : null;
  return { ctx, sale: sale ?? notFound() };
});

export async function generateMetadata({ params }: SalePageProps): Promise<Metadata> {
  const { sale } = await loadSale((await params).id);
  const t = await getTranslations("sales");
  return { title: t("one", { number: String(sale.number) }) };
}

export default async function SalePage({ params }: SalePageProps) {
  const { ctx, sale } = await loadSale((await params).id);
  const seesBooks = ctx.permissions.has("report.read");
  const [shop, entry, t] = await Promise.all([getShop(ctx), seesBooks ? listEntryLines(ctx, sale.id) : [], getTranslations("sales")]);
  const style = formatStyleOf(shop);
  return (
    <>
      <PageHeader title={t("one", { number: String(sale.number) })} back={{ href: "/sales", label: t("title") }} />
      <PageBody width="wide">
        <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <SalePaper sale={sale} shopName={shop.name} format={style} />
          {seesBooks ? <SaleEntry lines={entry} format={style} /> : null}
        </div>
        <RecordHistory ctx={ctx} entity="sale" entityId={sale.id} format={style} />
      </PageBody>
    </>
  );
}
