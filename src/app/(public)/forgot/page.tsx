import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { forgotPasswordAction } from "@/modules/identity/actions.ts";
import { Banner } from "@/ui/banner.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextLink } from "@/ui/text-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("ask") };
}

/** Says the same whether anybody has the address or not. */
export default async function ForgotPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [{ sent }, t, common] = await Promise.all([searchParams, getTranslations("auth"), getTranslations("common")]);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("reset.ask")}</h1>
      {sent === undefined ? (
        <>
          <p className="text-ink-2">{t("reset.intro")}</p>
          <ActionForm action={forgotPasswordAction} errorsTitle={common("formErrors")}>
            <TextField name="email" type="email" inputMode="email" label={t("email")} autoComplete="username" autoFocus required />
            <SubmitButton block size="lg" pendingLabel={t("reset.sending")}>{t("reset.send")}</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <Banner tone="positive" live>{t("reset.sent")}</Banner>
      )}
      <p><TextLink href="/login" prefetch={false}>{t("reset.back")}</TextLink></p>
    </div>
  );
}
