import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { listShops } from "@/modules/identity/queries/list-shops.ts";
import { ProofRegion } from "@/modules/identity/ui/proof-region.tsx";
import { SignOutForm } from "@/modules/identity/ui/sign-out-form.tsx";
import { SwitchShopForm } from "@/modules/identity/ui/switch-shop-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { TextLink } from "@/ui/text-link.tsx";
import { ShopShell } from "@/ui/shell/shop-shell.tsx";
import { navItemsFor } from "./nav-needs.ts";

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const { tenant, member, permissions, byPin } = await enterPage(null);
  const [t, shops] = await Promise.all([getTranslations("auth"), byPin ? [] : listShops(member.userId)]);
  const others = shops.filter((shop) => shop.tenantId !== tenant.id).map(({ slug, name }) => ({ slug, label: t("goTo", { shop: name }) }));
  const account = (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      {byPin ? <TextLink href="/login?next=/products">{t("wholeSignIn")}</TextLink> : <TextLink href="/account">{t("account")}</TextLink>}
      {others.length > 0 ? <SwitchShopForm title={t("switchShop")} shops={others} /> : null}
      {byPin ? null : <TextLink href="/shops/new">{t("anotherShop")}</TextLink>}
      <SignOutForm label={t("signOut")} pendingLabel={t("signingOut")} />
    </div>
  );
  return (
    <ShopShell
      shopName={tenant.name}
      personName={member.name}
      roleName={t(`roles.${member.role}`)}
      items={navItemsFor(permissions)}
      signOut={account}
    >
      {children}
      <ProofRegion />
    </ShopShell>
  );
}
