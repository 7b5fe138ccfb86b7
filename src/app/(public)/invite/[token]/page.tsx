import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { SignOutForm } from "@/modules/identity/ui/sign-out-form.tsx";
import { acceptAsNewAction, acceptInvitationAction } from "@/modules/team/actions.ts";
import { findInvitation } from "@/modules/team/queries/find-invitation.ts";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { CheckField, PasswordField, TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { Gone } from "../../gone.tsx";

// The address carries the token: no other site may learn it.
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Looking uses nothing up: mail scanners open every link. */
export default async function AcceptPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, session, t] = await Promise.all([findInvitation(token, new Date()), currentSession(), getTranslations("team.accept")]);
  if (!invitation) return <Gone title={t("gone")} text={t("goneText")} href="/login" label={t("goSignIn")} />;
  const { shop, email, invitedBy, name } = invitation;
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("title", { shop })}</h1>
      <p className="text-ink-2">{t("intro", { by: invitedBy, shop, email })}</p>
      {session && !session.byPin ? <AsSignedIn token={token} shop={shop} email={email} current={session.membership.email} /> : <AsVisitor token={token} name={name} email={email} />}
    </div>
  );
}

async function AsSignedIn({ token, shop, email, current }: Record<"token" | "shop" | "email" | "current", string>) {
  const [t, auth, common] = await Promise.all([getTranslations("team.accept"), getTranslations("auth"), getTranslations("common")]);
  if (current !== email) {
    return (
      <>
        <p>{t("other", { current, email })}</p>
        <SignOutForm label={auth("signOut")} pendingLabel={auth("signingOut")} />
      </>
    );
  }
  return (
    <ActionForm action={acceptInvitationAction} hidden={{ token }} errorsTitle={common("formErrors")}>
      <SubmitButton block size="lg" pendingLabel={t("pending")}>{t("asThis", { shop })}</SubmitButton>
    </ActionForm>
  );
}

async function AsVisitor({ token, name, email }: Record<"token" | "name" | "email", string>) {
  const [t, o, common] = await Promise.all([getTranslations("team.accept"), getTranslations("onboarding"), getTranslations("common")]);
  const back = `/login?next=${encodeURIComponent(`/invite/${token}`)}`;
  return (
    <>
      <ActionForm action={acceptAsNewAction} hidden={{ token }} errorsTitle={common("formErrors")}>
        <TextField name="name" label={o("name")} hint={o("nameHint")} defaultValue={name} autoComplete="name" required />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly disabled />
        <PasswordField name="password" label={o("password")} hint={o("passwordHint")} autoComplete="new-password" showLabel={o("show")} hideLabel={o("hide")} required />
        <CheckField name="acceptTerms" label={o.rich("terms", { link: (text) => <TextLink href="/terms" prefetch={false}>{text}</TextLink> })} required />
        <SubmitButton block size="lg" pendingLabel={t("pending")}>{t("create")}</SubmitButton>
      </ActionForm>
      <p className="text-ink-2">{t("haveAccount")} <TextLink href={back} prefetch={false}>{t("signIn")}</TextLink></p>
    </>
  );
}
