import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button.tsx";

export default async function NotFoundPage() {
  const t = await getTranslations("common.notFound");
  return (
    <div className="flex max-w-[40rem] flex-col items-start gap-3 px-4 py-12 sm:px-6">
      <h1 className="wide text-2xl font-bold">{t("title")}</h1>
      <p className="text-md text-ink-2">{t("text")}</p>
      <LinkButton href="/" tone="primary">{t("home")}</LinkButton>
    </div>
  );
}
