import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { big, fix } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { customerAccount, type CustomerEntryView } from "@/modules/customers/queries/customer-account.ts";
import { getCustomer } from "@/modules/customers/queries/list-customers.ts";
import { CustomerForm } from "@/modules/customers/ui/customer-form.tsx";
import { CollectDialog } from "@/modules/sales/ui/collect-dialog.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Money } from "@/ui/money.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { priceListChoices } from "../price-list-choices.ts";

const PAGE_SIZE = 50;

interface CustomerPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadCustomer = cache(async (id: string) => {
  const ctx = await enterPage("customer.read");
  const customer = isUuid(id) ? await getCustomer(ctx.db, id) : null;
  return { ctx, customer: customer ?? notFound() };
});

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  return { title: (await loadCustomer((await params).id)).customer.name };
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const { ctx, customer } = await loadCustomer((await params).id);
  const { cursor } = await searchParams;
  const [shop, lists, account, t] = await Promise.all([
    getShop(ctx),
    priceListChoices(ctx),
    customerAccount(ctx, customer.id, { limit: PAGE_SIZE, ...(typeof cursor === "string" ? { cursor } : {}) }),
    getTranslations("customers"),
  ]);
  const here = `/customers/${customer.id}`;
  if (!account.ok) redirect(here);
  const format = formatStyleOf(shop);
  const owes = !big(customer.balance).lt(0);
  const known = !customer.isFinalConsumer;
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        title={customer.name}
        back={{ href: "/customers", label: t("title") }}
        actions={known && ctx.permissions.has("customer.pay") ? <CollectDialog tenantSlug={ctx.tenant.slug} format={format} customerId={customer.id} customerName={customer.name} due={big(customer.balance).gt(0) ? customer.balance : null} /> : null}
      />
      <PageBody width="wide">
        <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
          <section className="flex flex-col gap-4" aria-labelledby="customer-account">
            <div>
              <h2 id="customer-account" className="label">{owes ? t("account.owes") : t("account.ahead")}</h2>
              <Money value={fix(big(customer.balance).abs(), 2)} format={format} size="lg" />
            </div>
            {account.value.items.length === 0 ? <p className="text-ink-2">{t("account.empty")}</p> : (
              <DataTable
                caption={t("account.title")}
                rows={account.value.items}
                rowKey={({ id }) => id}
                rowHref={({ kind, sourceId }) => (kind === "sale" || kind === "sale_cancelled" ? `/sales/${sourceId}` : here)}
                columns={[
                  { key: "date", header: t("account.date"), cell: ({ date }) => <span className="num">{formatDate(date, format)}</span>, width: "8rem", phone: "detail" },
                  { key: "entry", header: t("account.entry"), cell: ({ kind }: CustomerEntryView) => t(`account.kinds.${kind}`), phone: "title" },
                  { key: "amount", header: t("account.amount"), cell: ({ amount }) => formatMoney(amount, format, { symbol: false }), numeric: true, phone: "value" },
                  { key: "left", header: t("account.left"), cell: ({ balance }) => formatMoney(balance, format, { symbol: false }), numeric: true, phone: "note" },
                ]}
              />
            )}
            <Pager nextHref={account.value.nextCursor === null ? undefined : `${here}?cursor=${account.value.nextCursor}`} />
          </section>
          {known && ctx.permissions.has("customer.write") ? (
            <section aria-label={t("form.title")}>
              <CustomerForm tenantSlug={ctx.tenant.slug} id={customer.id} customer={customer} lists={lists} format={format} mayGrant={ctx.permissions.has("credit.grant")} mayPrice={ctx.permissions.has("price.override")} />
            </section>
          ) : null}
        </div>
        <RecordHistory ctx={ctx} entity="customer" entityId={customer.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
