import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid, newId } from "@/kernel/id.ts";
import { registerReturnAction } from "@/modules/purchases/actions.ts";
import { GoodsForm } from "@/modules/purchases/ui/goods-form.tsx";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { supplierNames } from "@/modules/suppliers/queries/supplier-names.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("receiving"))("returns.new") };
}

export default async function NewReturnPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.write");
  const [{ supplierId }, shop, suppliers, locations, t] = await Promise.all([searchParams, getShop(ctx), supplierNames(ctx), listOwnLocations(ctx), getTranslations("receiving")]);
  const chosen = isUuid(supplierId) && suppliers.some(({ id }) => id === supplierId) ? supplierId : "";
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("returns.new")} back={{ href: "/purchases/returns", label: t("returns.title") }} />
      <PageBody width="wide">
        <GoodsForm
          tenantSlug={ctx.tenant.slug}
          format={formatStyleOf(shop)}
          start={{ id: newId(), supplierId: chosen, locationId: locations[0]?.id ?? "", values: {}, lines: [] }}
          suppliers={suppliers}
          locations={locations}
          asks={[
            { name: "reason", label: t("returns.reason"), isOptional: false, most: 500 },
            { name: "notes", label: t("form.notes"), isOptional: true, most: 500 },
          ]}
          words={{ supplier: t("form.supplier"), choose: t("form.choose"), location: t("form.location"), lines: t("form.lines"), empty: t("form.empty"), saving: t("form.saving"), errors: t("form.errors"), optional: t("form.optional"), save: t("returns.save"), saved: t("returns.saved", { number: "{number}" }), costHint: t("returns.costHint") }}
          home="/purchases/returns"
          save={registerReturnAction}
        />
      </PageBody>
    </ClientMessages>
  );
}
