import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { loadSaleRules } from "@/modules/pricing/queries/load-sale-rules.ts";
import { Counter } from "@/modules/sales/ui/counter/counter.tsx";
import { EarlyKeys } from "@/modules/sales/ui/counter/early-keys.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("sale.register");
  const t = await getTranslations("pos");
  return { title: t("title") };
}

/** The counter. The page itself carries no products: the till takes them from this device, then from the server. */
export default async function CounterPage() {
  const ctx = await enterPage("sale.register");
  const [shop, rates, rules, head] = await Promise.all([getShop(ctx), listTaxRates(ctx), loadSaleRules(ctx.db), headers()]);
  return (
    <>
      <EarlyKeys nonce={head.get("x-nonce") ?? undefined} />
      <ClientMessages namespaces={["pos"]}>
        <Counter
          shop={{ slug: ctx.tenant.slug, name: shop.name, miscTaxRate: rates[0] ?? "0", scaleCodes: shop.scaleCodes, rules }}
          member={{ id: ctx.member.id, name: ctx.member.name, permissions: [...ctx.permissions], thresholds: ctx.thresholds }}
          format={formatStyleOf(shop)}
        />
      </ClientMessages>
    </>
  );
}
