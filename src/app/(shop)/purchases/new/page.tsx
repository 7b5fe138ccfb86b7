import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { BillEditor } from "@/modules/purchases/ui/bill-editor.tsx";
import { supplierNames } from "@/modules/suppliers/queries/supplier-names.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("purchases"))("new") };
}

export default async function NewPurchasePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.write");
  const [{ supplierId }, shop, suppliers, t] = await Promise.all([searchParams, getShop(ctx), supplierNames(ctx), getTranslations("purchases")]);
  const chosen = isUuid(supplierId) && suppliers.some(({ id }) => id === supplierId) ? supplierId : "";
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("form.title")} back={{ href: "/purchases", label: t("title") }} />
      <PageBody width="wide">
        <BillEditor tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} today={dayIn(ctx.now, shop.timeZone)} supplierId={chosen} freightSpread={shop.freightSpread} suppliers={suppliers} />
      </PageBody>
    </ClientMessages>
  );
}
