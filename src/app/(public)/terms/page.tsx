import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TERMS_VERSION } from "@/modules/identity/rules/terms-version.ts";
import { TextLink } from "@/ui/text-link.tsx";

const PARTS = ["service", "data", "account", "tax", "care", "changes"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.terms");
  return { title: t("title") };
}

export default async function TermsPage() {
  const t = await getTranslations("auth.terms");
  return (
    <article className="flex flex-col gap-4">
      <h1 className="wide text-xl font-bold">{t("title")}</h1>
      <p className="text-sm text-ink-3">{t("version", { version: TERMS_VERSION })}</p>
      {PARTS.map((part) => <p key={part}>{t(part)}</p>)}
      <p><TextLink href="/signup" prefetch={false}>{t("back")}</TextLink></p>
    </article>
  );
}
