import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { savePermissionSetAction } from "@/modules/team/actions.ts";
import { SetFields } from "@/modules/team/ui/set-fields.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("member.write");
  return { title: (await getTranslations("team.setEditor"))("newTitle") };
}

export default async function NewRolePage() {
  const ctx = await enterPage("member.write");
  const [t, common] = await Promise.all([getTranslations("team.setEditor"), getTranslations("common")]);
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: "/team/roles", label: t("title") }} />
      <PageBody width="text">
        <ProvenForm action={savePermissionSetAction} hidden={{ shop: ctx.tenant.slug, key: "" }} errorsTitle={common("formErrors")}>
          <SetFields permissions={["product.read", "sale.read"]} maxDiscountPercent="0" maxRefund="0" />
          <div><SubmitButton pendingLabel={t("saving")}>{t("save")}</SubmitButton></div>
        </ProvenForm>
      </PageBody>
    </>
  );
}
