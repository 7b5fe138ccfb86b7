import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { inviteAction } from "@/modules/team/actions.ts";
import { listPermissionSets } from "@/modules/team/queries/list-permission-sets.ts";
import { PlaceFields } from "@/modules/team/ui/place-fields.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { TextField } from "@/ui/form/fields.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("member.write");
  return { title: (await getTranslations("team.invite"))("title") };
}

export default async function InvitePage() {
  const ctx = await enterPage("member.write");
  const [t, common, sets] = await Promise.all([getTranslations("team"), getTranslations("common"), listPermissionSets(ctx)]);
  return (
    <>
      <PageHeader title={t("invite.title")} back={{ href: "/team", label: t("title") }} />
      <PageBody width="form">
        <ProvenForm action={inviteAction} hidden={{ shop: ctx.tenant.slug }} errorsTitle={common("formErrors")}>
          <TextField name="name" label={t("invite.name")} autoComplete="off" maxLength={80} autoFocus required />
          <TextField name="email" type="email" inputMode="email" label={t("invite.email")} hint={t("invite.emailHint")} autoComplete="off" required />
          <PlaceFields sets={sets} />
          <div><SubmitButton pendingLabel={t("invite.pending")}>{t("invite.submit")}</SubmitButton></div>
        </ProvenForm>
      </PageBody>
    </>
  );
}
