import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { newId } from "@/kernel/id.ts";
import { openAnotherShopAction } from "@/modules/onboarding/actions.ts";
import { enterPage, OWN_ACCOUNT } from "@/modules/tenancy/enter-page.ts";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { TextField } from "@/ui/form/fields.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage(OWN_ACCOUNT);
  return { title: (await getTranslations("onboarding.another"))("title") };
}

export default async function AnotherShopPage() {
  await enterPage(OWN_ACCOUNT);
  const [t, common] = await Promise.all([getTranslations("onboarding"), getTranslations("common")]);
  return (
    <>
      <PageHeader title={t("another.title")} />
      <PageBody width="form">
        <p className="text-ink-2">{t("another.intro")}</p>
        <ActionForm action={openAnotherShopAction} hidden={{ id: newId() }} errorsTitle={common("formErrors")}>
          <TextField name="tenantName" label={t("tenantName")} autoComplete="organization" maxLength={80} autoFocus required />
          <div><SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton></div>
        </ActionForm>
      </PageBody>
    </>
  );
}
