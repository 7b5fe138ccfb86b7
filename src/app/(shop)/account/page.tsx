import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { changeEmailAction, changePasswordAction, requestVerificationAction } from "@/modules/identity/actions.ts";
import { getAccount } from "@/modules/identity/queries/get-account.ts";
import { listSessions } from "@/modules/identity/queries/list-sessions.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { SessionList } from "@/modules/identity/ui/session-list.tsx";
import { currentTill } from "@/modules/identity/till-cookie.ts";
import { hasPin } from "@/modules/team/queries/has-pin.ts";
import { PinPart } from "@/modules/team/ui/pin-part.tsx";
import { enterPage, OWN_ACCOUNT } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { PasswordField, TextField } from "@/ui/form/fields.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

const DONE = ["verify", "email", "password", "ended", "others", "pin"] as const;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage(OWN_ACCOUNT);
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage(OWN_ACCOUNT);
  const { done } = await searchParams;
  const [shop, account, sessions, session, ownPin, till, t] = await Promise.all([
    getShop(ctx), getAccount(ctx.member.userId), listSessions(ctx.member.userId, ctx.now), currentSession(), hasPin(ctx), currentTill(), getTranslations("account"),
  ]);
  const told = DONE.find((name) => name === done);
  return (
    <>
      <PageHeader title={t("title")} count={account.name} />
      <PageBody width="wide">
        {told ? <Banner tone="positive" live>{t(`done.${told}`)}</Banner> : null}
        <SessionList sessions={sessions} currentId={session?.sessionId ?? ""} format={formatStyleOf(shop)} />
        <p className="border-t border-line pt-6"><TextLink href="/account/two-factor">{t("twoFactor")}</TextLink></p>
        <PinPart shop={ctx.tenant.slug} hasPin={ownPin} device={ctx.permissions.has("till.share") ? { isShared: till?.tenantId === ctx.tenant.id } : null} />
        <div className="grid items-start gap-10 border-t border-line pt-6 lg:grid-cols-2">
          <PasswordPart />
          <EmailPart email={account.email} verified={account.emailVerified} />
        </div>
      </PageBody>
    </>
  );
}

async function PasswordPart() {
  const [t, auth, common] = await Promise.all([getTranslations("account"), getTranslations("auth"), getTranslations("common")]);
  const show = { showLabel: auth("show"), hideLabel: auth("hide"), required: true };
  return (
    <section className="flex max-w-[36rem] flex-col gap-4">
      <h2 className="text-base font-semibold">{t("changePassword")}</h2>
      <ActionForm action={changePasswordAction} errorsTitle={common("formErrors")}>
        <PasswordField id="password-current" name="current" label={t("current")} autoComplete="current-password" {...show} />
        <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} autoComplete="new-password" {...show} />
        <div><SubmitButton pendingLabel={t("working")}>{t("savePassword")}</SubmitButton></div>
      </ActionForm>
    </section>
  );
}

async function EmailPart({ email, verified }: { email: string; verified: boolean }) {
  const [t, auth, common] = await Promise.all([getTranslations("account"), getTranslations("auth"), getTranslations("common")]);
  return (
    <section className="flex max-w-[36rem] flex-col gap-4">
      <h2 className="text-base font-semibold">{t("email")}</h2>
      <p className="flex flex-wrap items-center gap-2 break-all">{email} <Badge tone={verified ? "positive" : "warning"}>{t(verified ? "verified" : "unverified")}</Badge></p>
      {verified ? null : (
        <ActionForm action={requestVerificationAction} errorsTitle={common("formErrors")} inline>
          <SubmitButton tone="secondary" pendingLabel={t("working")}>{t("verify")}</SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={changeEmailAction} errorsTitle={common("formErrors")}>
        <TextField name="email" type="email" inputMode="email" label={t("newEmail")} hint={t("newEmailHint")} autoComplete="off" required />
        <PasswordField id="email-current" name="current" label={t("current")} autoComplete="current-password" showLabel={auth("show")} hideLabel={auth("hide")} required />
        <div><SubmitButton tone="secondary" pendingLabel={t("working")}>{t("changeEmail")}</SubmitButton></div>
      </ActionForm>
    </section>
  );
}
