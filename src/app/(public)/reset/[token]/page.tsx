import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { resetPasswordAction } from "@/modules/identity/actions.ts";
import { findToken } from "@/modules/identity/queries/find-token.ts";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { PasswordField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Gone } from "../../gone.tsx";

// The address carries the token: no other site may learn it.
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Looking uses nothing up: mail scanners open every link. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [found, t, o, common] = await Promise.all([findToken(token, new Date()), getTranslations("auth"), getTranslations("onboarding"), getTranslations("common")]);
  if (found?.kind !== "reset") return <Gone title={t("reset.gone")} text={t("reset.goneText")} href="/forgot" label={t("reset.again")} />;
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("reset.title")}</h1>
      <p className="text-ink-2">{found.email}</p>
      <ActionForm action={resetPasswordAction} hidden={{ token }} errorsTitle={common("formErrors")}>
        <PasswordField name="password" label={t("reset.password")} hint={o("passwordHint")} autoComplete="new-password" showLabel={t("show")} hideLabel={t("hide")} autoFocus required />
        <SubmitButton block size="lg" pendingLabel={t("reset.saving")}>{t("reset.save")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
