import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { supplierAccount } from "@/modules/purchases/queries/supplier-account.ts";
import { supplierAccountSchema } from "@/modules/purchases/schema.ts";
import { AccountSection } from "@/modules/purchases/ui/account-section.tsx";
import { StatementBar } from "@/modules/purchases/ui/statement-bar.tsx";
import { getSupplier } from "@/modules/suppliers/queries/get-supplier.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { downloadWords } from "@/modules/tenancy/ui/download-words.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

const PAGE_SIZE = 50;

interface AccountPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadSupplier = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const supplier = isUuid(id) ? await getSupplier(ctx.db, id) : null;
  return { ctx, supplier: supplier ?? notFound() };
});

export async function generateMetadata({ params }: AccountPageProps): Promise<Metadata> {
  return { title: (await loadSupplier((await params).id)).supplier.name };
}

export default async function SupplierAccountPage({ params, searchParams }: AccountPageProps) {
  const { ctx, supplier } = await loadSupplier((await params).id);
  const asked = supplierAccountSchema.safeParse({ ...Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => typeof value === "string" && value !== "")), limit: String(PAGE_SIZE) });
  const here = `/suppliers/${supplier.id}/account`;
  if (!asked.success) redirect(here);
  const { from, to } = asked.data;
  const [shop, account, t, words] = await Promise.all([
    getShop(ctx),
    supplierAccount(ctx, supplier.id, asked.data),
    getTranslations("purchases"),
    downloadWords(),
  ]);
  if (!account.ok) redirect(here);
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader
        title={supplier.name}
        back={{ href: `/suppliers/${supplier.id}`, label: supplier.name }}
        actions={ctx.permissions.has("purchase.write") ? <LinkButton href={`/purchases/new?supplierId=${supplier.id}`} icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null}
      />
      <PageBody width="wide">
        <AccountSection tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} supplier={supplier} account={account.value} today={dayIn(ctx.now, shop.timeZone)} mayPay={ctx.permissions.has("purchase.pay")} isPeriod={from !== undefined || to !== undefined}>
          <StatementBar tenantSlug={ctx.tenant.slug} supplierId={supplier.id} from={from} to={to} words={words} />
        </AccountSection>
        <Pager nextHref={account.value.nextCursor === null ? undefined : `${here}?${new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}), cursor: account.value.nextCursor })}`} />
      </PageBody>
    </ClientMessages>
  );
}
