import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageNotice } from "@/ui/page-notice.tsx";

/** The same words for what does not exist and for what belongs to another shop: the difference would be a leak. */
export async function NotFoundNotice() {
  const t = await getTranslations("common.notFound");
  return (
    <PageNotice title={t("title")} text={t("text")}>
      <LinkButton href="/" tone="primary">{t("home")}</LinkButton>
    </PageNotice>
  );
}
