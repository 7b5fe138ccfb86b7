import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { beginSecondFactorAction, confirmSecondFactorAction, endSecondFactorAction } from "@/modules/identity/actions.ts";
import { getSecondFactor, type SecondFactorView } from "@/modules/identity/queries/get-second-factor.ts";
import { QrCode } from "@/modules/identity/ui/qr-code.tsx";
import { enterPage, OWN_ACCOUNT } from "@/modules/tenancy/enter-page.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { PasswordField, TextField } from "@/ui/form/fields.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage(OWN_ACCOUNT);
  return { title: (await getTranslations("account"))("twoFactor") };
}

export default async function TwoFactorPage() {
  const ctx = await enterPage(OWN_ACCOUNT);
  const [factor, t] = await Promise.all([getSecondFactor(ctx.member.userId, ctx.now), getTranslations("account")]);
  return (
    <>
      <PageHeader title={t("twoFactor")} back={{ href: "/account", label: t("title") }} actions={factor.isOn ? <Badge tone="positive">{t("totp.on")}</Badge> : null} />
      <PageBody width="form">
        {factor.isRequired && !factor.isOn ? <Banner tone="warning" live>{t("totp.required")}</Banner> : null}
        <p className="text-ink-2">{t("totp.why")}</p>
        {factor.isOn ? <Running factor={factor} /> : <SetUp setUp={factor.setUp} />}
      </PageBody>
    </>
  );
}

async function SetUp({ setUp }: Pick<SecondFactorView, "setUp">) {
  const [t, auth, common] = await Promise.all([getTranslations("account"), getTranslations("auth"), getTranslations("common")]);
  const errorsTitle = common("formErrors");
  if (setUp === null) {
    return (
      <ActionForm action={beginSecondFactorAction} errorsTitle={errorsTitle}>
        <div><SubmitButton pendingLabel={t("working")}>{t("totp.begin")}</SubmitButton></div>
      </ActionForm>
    );
  }
  return (
    <>
      <p>{t("totp.scan")}</p>
      <QrCode text={setUp.address} label={t("twoFactor")} />
      <p>{t("totp.orType")} <span className="font-mono break-all">{setUp.secret.match(/.{1,4}/g)?.join(" ")}</span></p>
      <ActionForm action={confirmSecondFactorAction} errorsTitle={errorsTitle}>
        <TextField name="code" label={t("totp.code")} inputMode="numeric" autoComplete="one-time-code" maxLength={6} mono autoFocus required />
        <div><SubmitButton pendingLabel={auth("pending")}>{t("totp.confirm")}</SubmitButton></div>
      </ActionForm>
    </>
  );
}

async function Running({ factor }: { factor: SecondFactorView }) {
  const [t, auth, common] = await Promise.all([getTranslations("account"), getTranslations("auth"), getTranslations("common")]);
  return (
    <>
      {factor.codes === null ? <p>{t("totp.left", { count: factor.codesLeft })}</p> : (
        <section className="flex flex-col gap-2">
          <h2 className="text-base font-semibold">{t("totp.codes")}</h2>
          <p className="text-sm text-ink-2">{t("totp.codesHint")}</p>
          <ul className="grid w-fit grid-cols-2 gap-x-8 gap-y-1 border border-line bg-surface p-4 font-mono">{factor.codes.map((code) => <li key={code}>{code}</li>)}</ul>
        </section>
      )}
      <ActionForm action={endSecondFactorAction} errorsTitle={common("formErrors")}>
        <PasswordField name="current" label={t("current")} autoComplete="current-password" showLabel={auth("show")} hideLabel={auth("hide")} required />
        <div><SubmitButton tone="danger" pendingLabel={t("working")}>{t("totp.end")}</SubmitButton></div>
      </ActionForm>
    </>
  );
}
