import { getTranslations } from "next-intl/server";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { savePurchaseOrderAction, suggestOrderGoodsAction } from "@/modules/ordering/actions.ts";
import { GoodsForm, type GoodsFormStart } from "@/modules/purchases/ui/goods-form.tsx";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";

/** The editor of an order, new or a draft. */
export async function OrderForm({ ctx, start, isNew }: { ctx: Context; start: GoodsFormStart; isNew: boolean }) {
  const [shop, suppliers, locations, t] = await Promise.all([getShop(ctx), listSupplierNames(ctx), listOwnLocations(ctx), getTranslations("ordering.form")]);
  return (
    <GoodsForm
      tenantSlug={ctx.tenant.slug}
      format={formatStyleOf(shop)}
      start={{ ...start, supplierId: suppliers.some(({ id }) => id === start.supplierId) ? start.supplierId : "", locationId: start.locationId || (locations[0]?.id ?? "") }}
      suppliers={suppliers}
      locations={locations}
      asks={[
        { name: "expectedOn", label: t("expectedOn"), type: "date", hint: t("expectedHint"), isOptional: true, most: 10 },
        { name: "notes", label: t("notes"), isOptional: true, most: 500 },
      ]}
      extra={{ isNew }}
      words={{ supplier: t("supplier"), choose: t("choose"), location: t("location"), lines: t("lines"), empty: t("empty"), save: t("save"), saving: t("saving"), saved: t("saved", { number: "{number}" }), errors: t("errors"), optional: t("optional"), costHint: t("costHint") }}
      home="/purchases/orders"
      save={savePurchaseOrderAction}
      suggest={{ label: t("suggest"), said: { none: t("suggested", { count: 0 }), one: t("suggested", { count: 1 }), other: t("suggested", { count: 2 }).replace("2", "#") }, run: suggestOrderGoodsAction }}
    />
  );
}
