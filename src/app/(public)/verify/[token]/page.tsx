import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { confirmEmailAction } from "@/modules/identity/actions.ts";
import { findToken } from "@/modules/identity/queries/find-token.ts";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Gone } from "../../gone.tsx";

export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

/** Where the form goes on to; no token looks like this. */
const DONE = "done";

/** Looking confirms nothing: mail scanners open every link. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, auth, common] = await Promise.all([getTranslations("auth.verify"), getTranslations("auth"), getTranslations("common")]);
  if (token === DONE) return <Gone title={t("doneTitle")} text={t("done")} href="/products" label={t("goOn")} />;
  const found = await findToken(token, new Date());
  if (!found || found.kind === "reset") return <Gone title={auth("reset.gone")} text={auth("reset.goneText")} href="/account" label={t("goOn")} />;
  return (
    <div className="flex flex-col gap-5">
      <h1 className="wide text-xl font-bold">{t("title")}</h1>
      <p className="text-ink-2">{t("intro", { email: found.email })}</p>
      <ActionForm action={confirmEmailAction} hidden={{ token }} errorsTitle={common("formErrors")}>
        <SubmitButton block size="lg" pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
