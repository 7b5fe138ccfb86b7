import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { signInCodeAction } from "@/modules/identity/actions.ts";
import { readPendingSignIn } from "@/modules/identity/pending-sign-in.ts";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextLink } from "@/ui/text-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.code"))("title") };
}

/** The second step of signing in; without the first one there is nothing to see here. */
export default async function CodePage() {
  if (!(await readPendingSignIn(new Date()))) redirect("/login");
  const [t, common] = await Promise.all([getTranslations("auth"), getTranslations("common")]);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("code.title")}</h1>
      <ActionForm action={signInCodeAction} errorsTitle={common("formErrors")}>
        <TextField name="code" label={t("code.label")} hint={t("code.hint")} autoComplete="one-time-code" maxLength={12} mono autoFocus required />
        <SubmitButton block size="lg" pendingLabel={t("pending")}>{t("code.submit")}</SubmitButton>
      </ActionForm>
      <p><TextLink href="/login" prefetch={false}>{t("reset.back")}</TextLink></p>
    </div>
  );
}
