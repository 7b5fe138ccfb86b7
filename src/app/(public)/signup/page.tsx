import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { newId } from "@/kernel/id.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { SignUpForm } from "@/modules/onboarding/ui/sign-up-form.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { OldBrowserNotice } from "../old-browser-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onboarding");
  return { title: t("title") };
}

export default async function SignUpPage() {
  if (await currentSession()) redirect("/products");
  const [t, tCommon] = await Promise.all([getTranslations("onboarding"), getTranslations("common")]);
  const words = {
    name: t("name"), nameHint: t("nameHint"), tenantName: t("tenantName"), email: t("email"), password: t("password"), passwordHint: t("passwordHint"),
    show: t("show"), hide: t("hide"), submit: t("submit"), pending: t("pending"), formErrors: tCommon("formErrors"),
  };
  const terms = t.rich("terms", { link: (text) => <TextLink href="/terms" prefetch={false}>{text}</TextLink> });
  const emailUnavailable = t.rich("emailUnavailable", { link: (text) => <TextLink href="/login" prefetch={false}>{text}</TextLink> });
  return (
    <div className="flex flex-col gap-5">
      <OldBrowserNotice />
      <div>
        <h1 className="wide text-xl font-bold">{t("title")}</h1>
        <p className="text-ink-2">{t("intro")}</p>
      </div>
      <SignUpForm id={newId()} words={words} terms={terms} emailUnavailable={emailUnavailable} />
      <p className="text-ink-2">
        {t("haveAccount")} <TextLink href="/login" prefetch={false}>{t("signIn")}</TextLink>
      </p>
    </div>
  );
}
