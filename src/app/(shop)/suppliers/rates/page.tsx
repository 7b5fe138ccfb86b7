import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listRates } from "@/modules/suppliers/queries/list-rates.ts";
import { RateForm } from "@/modules/suppliers/ui/rate-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("supplier.read");
  return { title: (await getTranslations("suppliers.rate"))("title") };
}

export default async function RatesPage() {
  const ctx = await enterPage("supplier.read");
  const [shop, rates, t] = await Promise.all([getShop(ctx), listRates(ctx), getTranslations("suppliers")]);
  const format = formatStyleOf(shop);
  const day = (text: string): string => text.split("-").reverse().join("/");
  return (
    <ClientMessages namespaces={["suppliers"]}>
      <PageHeader title={t("rate.title")} back={{ href: "/suppliers", label: t("title") }} />
      <PageBody width="text">
        <p className="text-ink-2">{t("rate.text")}</p>
        {ctx.permissions.has("supplier.write") ? <RateForm tenantSlug={ctx.tenant.slug} home={shop.currency} today={dayIn(ctx.now, shop.timeZone)} /> : null}
        {rates.length === 0 ? <p className="text-ink-3">{t("rate.empty")}</p> : (
          <DataTable
            caption={t("rate.title")}
            rows={rates}
            rowKey={({ currency, onDate }) => `${currency} ${onDate}`}
            columns={[
              { key: "currency", header: t("rate.currency"), cell: ({ currency }) => currency, phone: "title" },
              { key: "onDate", header: t("rate.onDate"), cell: ({ onDate }) => <span className="num">{day(onDate)}</span>, phone: "detail" },
              { key: "rate", header: t("rate.rate"), cell: ({ rate }) => formatNumber(trimZeros(rate), format, { minFraction: 2 }), numeric: true, phone: "value" },
            ]}
          />
        )}
      </PageBody>
    </ClientMessages>
  );
}
