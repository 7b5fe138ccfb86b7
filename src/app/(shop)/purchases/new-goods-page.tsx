import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid, newId } from "@/kernel/id.ts";
import { registerReceiptAction, registerReturnAction } from "@/modules/purchases/actions.ts";
import { GoodsForm } from "@/modules/purchases/ui/goods-form.tsx";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

/** Goods that come or go without a bill, each with the one thing that only it asks. */
const KINDS = {
  receipts: { ask: { name: "paper", isOptional: true, most: 60 }, save: registerReceiptAction },
  returns: { ask: { name: "reason", isOptional: false, most: 500 }, save: registerReturnAction },
} as const;

interface NewGoodsPageProps {
  ctx: Context;
  kind: keyof typeof KINDS;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The form of a receipt or of a return, for the supplier that the address names. */
export async function NewGoodsPage({ ctx, kind, searchParams }: NewGoodsPageProps) {
  const { ask, save } = KINDS[kind];
  const [{ supplierId }, shop, suppliers, locations, t, tForm] = await Promise.all([searchParams, getShop(ctx), listSupplierNames(ctx), listOwnLocations(ctx), getTranslations(`receiving.${kind}`), getTranslations("receiving.form")]);
  const chosen = isUuid(supplierId) && suppliers.some(({ id }) => id === supplierId) ? supplierId : "";
  const words = { supplier: tForm("supplier"), choose: tForm("choose"), location: tForm("location"), lines: tForm("lines"), empty: tForm("empty"), saving: tForm("saving"), errors: tForm("errors"), optional: tForm("optional") };
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("new")} back={{ href: `/purchases/${kind}`, label: t("title") }} />
      <PageBody width="wide">
        <GoodsForm
          tenantSlug={ctx.tenant.slug}
          format={formatStyleOf(shop)}
          start={{ id: newId(), supplierId: chosen, locationId: locations[0]?.id ?? "", values: {}, lines: [] }}
          suppliers={suppliers}
          locations={locations}
          asks={[{ ...ask, label: t("ask") }, { name: "notes", label: tForm("notes"), isOptional: true, most: 500 }]}
          words={{ ...words, save: t("save"), saved: t("saved", { number: "{number}" }), costHint: t("costHint") }}
          home={`/purchases/${kind}`}
          save={save}
        />
      </PageBody>
    </ClientMessages>
  );
}
