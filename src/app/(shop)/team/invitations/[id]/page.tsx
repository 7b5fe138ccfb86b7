import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { resendInvitationAction, revokeInvitationAction } from "@/modules/team/actions.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";
import { CopyLink } from "@/modules/team/ui/copy-link.tsx";
import { standingName } from "@/modules/team/ui/standing-name.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { DoneBanner } from "../../done-banner.tsx";

interface InvitationPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadInvitation = cache(async (id: string) => {
  const ctx = await enterPage("member.write");
  const found = await getInvitation(ctx, id);
  return { ctx, invitation: found.ok ? found.value : notFound() };
});

export async function generateMetadata({ params }: InvitationPageProps): Promise<Metadata> {
  const { invitation } = await loadInvitation((await params).id);
  return { title: (await getTranslations("team.invitation"))("title", { name: invitation.name }) };
}

export default async function InvitationPage({ params, searchParams }: InvitationPageProps) {
  const { ctx, invitation } = await loadInvitation((await params).id);
  const [shop, t, common] = await Promise.all([getShop(ctx), getTranslations("team"), getTranslations("common")]);
  const { id, name, email, link, state } = invitation;
  const until = formatDateTime(invitation.expiresAt, formatStyleOf(shop));
  const form = { hidden: { shop: ctx.tenant.slug, id }, errorsTitle: common("formErrors"), inline: true };
  const facts = [
    { term: t("columns.email"), detail: email },
    { term: t("columns.standing"), detail: standingName(t, invitation) },
    { term: t("columns.state"), detail: t(`states.${state}`) },
  ];
  return (
    <>
      <PageHeader title={t("invitation.title", { name })} back={{ href: "/team", label: t("title") }} />
      <PageBody width="form">
        <DoneBanner done={(await searchParams).done} />
        <DescriptionList items={facts} />
        {link === null ? null : (
          <CopyLink
            link={link}
            message={t("invitation.message", { name, shop: ctx.tenant.name, link })}
            words={{ link: t("invitation.link"), hint: t("invitation.linkHint", { email, until }), copy: t("invitation.copy"), copied: t("invitation.copied"), whatsapp: t("invitation.whatsapp") }}
          />
        )}
        {state === "open" || state === "expired" ? (
          <div className="flex flex-wrap gap-3 border-t border-line pt-4">
            <ActionForm action={resendInvitationAction} {...form}><SubmitButton tone="secondary" pendingLabel={t("invitation.working")}>{t("invitation.resend")}</SubmitButton></ActionForm>
            <ActionForm action={revokeInvitationAction} {...form}><SubmitButton tone="danger" pendingLabel={t("invitation.working")}>{t("invitation.revoke")}</SubmitButton></ActionForm>
          </div>
        ) : null}
      </PageBody>
    </>
  );
}
