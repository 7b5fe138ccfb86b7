import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { CustomFieldsForm } from "@/modules/catalogue/ui/custom-fields-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("settings.read");
  return { title: (await getTranslations("products.fields"))("title") };
}

export default async function CustomFieldsPage() {
  const ctx = await enterPage("settings.read");
  const [fields, t] = await Promise.all([listCustomFields(ctx.db), getTranslations("products.fields")]);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: "/settings", label: t("back") }} />
      <PageBody width="form">
        <p className="text-ink-2">{t("intro")}</p>
        <ClientMessages namespaces={["products"]}>
          <CustomFieldsForm tenantSlug={ctx.tenant.slug} fields={fields} mayWrite={ctx.permissions.has("settings.write")} />
        </ClientMessages>
      </PageBody>
    </>
  );
}
