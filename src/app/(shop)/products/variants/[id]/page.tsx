import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getFamily } from "@/modules/catalogue/queries/get-family.ts";
import { FamilyJoin } from "@/modules/catalogue/ui/family-join.tsx";
import { FamilyTable } from "@/modules/catalogue/ui/family-table.tsx";
import { VariantsForm } from "@/modules/catalogue/ui/variants-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface FamilyPageProps {
  params: Promise<{ id: string }>;
}

const loadFamily = cache(async (id: string) => {
  const ctx = await enterPage("product.read");
  return { ctx, family: (await getFamily(ctx, ctx.db, id)) ?? notFound() };
});

export async function generateMetadata({ params }: FamilyPageProps): Promise<Metadata> {
  return { title: (await loadFamily((await params).id)).family.name };
}

export default async function FamilyPage({ params }: FamilyPageProps) {
  const { ctx, family } = await loadFamily((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("products")]);
  const format = formatStyleOf(shop);
  const taken = family.variants.map(({ variant }) => (variant?.values ?? []).map(({ value }) => value));
  return (
    <>
      <PageHeader title={family.name} count={t("variants.count", { count: family.variants.length })} back={{ href: "/products", label: t("title") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["products"]}><FamilyTable family={family} format={format} tenantSlug={ctx.permissions.has("product.write") ? ctx.tenant.slug : null} mayAskWhy={ctx.permissions.has("stock.read")} /></ClientMessages>
        {ctx.permissions.has("product.write") ? (
          <ClientMessages namespaces={["products"]}>
            <details className="border-t border-line pt-3">
              <summary className="wide min-h-9 cursor-pointer text-md font-bold">{t("variants.add")}</summary>
              <div className="pt-4">
                {/* Once saved, what was typed is theirs: the form begins anew. */}
                <VariantsForm key={taken.length} tenantSlug={ctx.tenant.slug} format={format} seesCost={ctx.permissions.has("product.cost")} categories={[]} taxRates={[]} newFamilyId={family.id} family={{ id: family.id, name: family.name, attributes: family.attributes, taken }} />
              </div>
            </details>
            <details className="border-t border-line pt-3">
              <summary className="wide min-h-9 cursor-pointer text-md font-bold">{t("variants.join")}</summary>
              <div className="pt-4"><FamilyJoin tenantSlug={ctx.tenant.slug} family={{ id: family.id, attributes: family.attributes }} /></div>
            </details>
          </ClientMessages>
        ) : null}
      </PageBody>
    </>
  );
}
