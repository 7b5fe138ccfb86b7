import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { internalPath } from "@/modules/identity/rules/internal-path.ts";
import { currentSession } from "@/modules/identity/session-cookie.ts";
import { SignInForm } from "@/modules/identity/ui/sign-in-form.tsx";
import { Banner } from "@/ui/banner.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { OldBrowserNotice } from "../old-browser-notice.tsx";

interface LoginPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("submit") };
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next, callbackUrl, error, reset } = await searchParams;
  const goOn = internalPath(next ?? callbackUrl, "");
  const session = await currentSession();
  // By PIN one is signed in for the counter only: this page is the way to the rest.
  if (session && !session.byPin) redirect(goOn || "/products");
  const [t, tErrors, tCommon] = await Promise.all([getTranslations("auth"), getTranslations("errors"), getTranslations("common")]);
  const words = {
    email: t("email"), password: t("password"), show: t("show"), hide: t("hide"), submit: t("submit"), pending: t("pending"), formErrors: tCommon("formErrors"),
  };
  return (
    <div className="flex flex-col gap-5">
      <OldBrowserNotice />
      <h1 className="wide text-xl font-bold">{t("title")}</h1>
      {error === undefined ? null : <Banner tone="negative" live>{error === "CredentialsSignin" ? tErrors("bad_credentials") : t("unavailable")}</Banner>}
      {reset === undefined ? null : <Banner tone="positive" live>{t("signedOut")}</Banner>}
      {session ? <Banner tone="info" live>{t("byPin")}</Banner> : null}
      <SignInForm next={goOn || null} words={words} />
      <p><TextLink href="/forgot" prefetch={false}>{t("forgot")}</TextLink></p>
      <p className="text-ink-2">
        {t("noAccount")} <TextLink href="/signup" prefetch={false}>{t("signUp")}</TextLink>
      </p>
    </div>
  );
}
