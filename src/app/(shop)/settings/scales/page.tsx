import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { ScaleCodesForm } from "@/modules/tenancy/ui/scale-codes-form.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("settings.read");
  return { title: (await getTranslations("settings.scales"))("title") };
}

export default async function ScalesPage() {
  const ctx = await enterPage("settings.read");
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("settings.scales")]);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: "/settings", label: t("back") }} />
      <PageBody width="form">
        <p className="text-ink-2">{t("intro")}</p>
        <ClientMessages namespaces={["settings"]}>
          <ScaleCodesForm tenantSlug={ctx.tenant.slug} scaleCodes={shop.scaleCodes} format={formatStyleOf(shop)} mayWrite={ctx.permissions.has("settings.write")} />
        </ClientMessages>
      </PageBody>
    </>
  );
}
