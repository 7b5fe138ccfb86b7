import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { isUuid, newId } from "@/kernel/id.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { OrderForm } from "../order-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("ordering"))("new") };
}

export default async function NewPurchaseOrderPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.write");
  const [{ supplierId }, t] = await Promise.all([searchParams, getTranslations("ordering")]);
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("form.title")} back={{ href: "/purchases/orders", label: t("title") }} />
      <PageBody width="wide"><OrderForm ctx={ctx} isNew start={{ id: newId(), supplierId: isUuid(supplierId) ? supplierId : "", locationId: "", values: {}, lines: [] }} /></PageBody>
    </ClientMessages>
  );
}
