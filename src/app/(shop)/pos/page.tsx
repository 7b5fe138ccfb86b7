import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { loadSaleRules } from "@/modules/pricing/queries/load-sale-rules.ts";
import { loadIssuer } from "@/modules/sales/queries/load-receipt.ts";
import { Counter } from "@/modules/sales/ui/counter/counter.tsx";
import { EarlyKeys } from "@/modules/sales/ui/counter/early-keys.tsx";
import { currentTill } from "@/modules/identity/till-cookie.ts";
import { usualPlace } from "@/modules/stock/queries/usual-place.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { TillPersonLater } from "./till-person-later.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("sale.register");
  const t = await getTranslations("pos");
  return { title: t("title") };
}

/** The counter. The page itself carries no products: the till takes them from this device, then from the server. */
export default async function CounterPage() {
  const ctx = await enterPage("sale.register");
  const [shop, issuer, rates, rules, head, till, placeName] = await Promise.all([getShop(ctx), loadIssuer(ctx.db), listTaxRates(ctx), loadSaleRules(ctx.db), headers(), currentTill(), usualPlace(ctx)]);
  const isShared = till?.tenantId === ctx.tenant.id;
  return (
    <>
      <EarlyKeys nonce={head.get("x-nonce") ?? undefined} />
      <ClientMessages namespaces={["pos", "receipt", "approval"]}>
        {/* Another person is another counter: their rights, and what is sold from now on is theirs. */}
        <Counter
          key={ctx.member.id}
          isShared={isShared}
          placeName={placeName}
          person={isShared ? <TillPersonLater shop={ctx.tenant.slug} name={ctx.member.name} words={await personWords(ctx.member.name)} /> : null}
          shop={{ slug: ctx.tenant.slug, name: shop.name, issuer, miscTaxRate: rates[0] ?? "0", scaleCodes: shop.scaleCodes, rules }}
          member={{ id: ctx.member.id, name: ctx.member.name, permissions: [...ctx.permissions], thresholds: ctx.thresholds }}
          format={formatStyleOf(shop)}
        />
      </ClientMessages>
    </>
  );
}

async function personWords(name: string) {
  const [t, common] = await Promise.all([getTranslations("tills"), getTranslations("common")]);
  return {
    pin: t("pin"), enter: t("enter"), entering: t("entering"), formErrors: common("formErrors"),
    person: t("person", { name }), change: t("change"), changeTitle: t("changeTitle"), changeText: t("changeText"), lock: t("lock"),
  };
}
