import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { loadRegisterRecords } from "@/modules/sales/queries/load-register-records.ts";
import { RegisterForm } from "@/modules/sales/ui/register-form.tsx";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface RegisterPageProps {
  params: Promise<{ id: string }>;
}

const loadRegister = cache(async (id: string) => {
  const ctx = await enterPage("register.write");
  const [register] = isUuid(id) ? await loadRegisterRecords(ctx.db, id) : [];
  return { ctx, register: register ?? notFound() };
});

export async function generateMetadata({ params }: RegisterPageProps): Promise<Metadata> {
  return { title: (await loadRegister((await params).id)).register.name };
}

export default async function RegisterPage({ params }: RegisterPageProps) {
  const { ctx, register } = await loadRegister((await params).id);
  const [shop, locations, t] = await Promise.all([getShop(ctx), listLocations(ctx), getTranslations("cash.registers")]);
  const format = formatStyleOf(shop);
  const places = locations.filter(({ id, isActive }) => isActive || id === register.locationId);
  return (
    <ClientMessages namespaces={["cash"]}>
      <PageHeader title={register.name} back={{ href: "/cash/registers", label: t("title") }} actions={register.isActive ? null : <Badge tone="warning">{t("away")}</Badge>} />
      <PageBody width="form">
        <RegisterForm key={register.version} tenantSlug={ctx.tenant.slug} id={register.id} register={register} places={places} format={format} />
        <RecordHistory ctx={ctx} entity="register" entityId={register.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
