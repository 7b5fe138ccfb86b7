import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageNotice } from "@/ui/page-notice.tsx";

export async function ForbiddenNotice() {
  const t = await getTranslations("common.forbidden");
  return (
    <PageNotice title={t("title")} text={t("text")}>
      <LinkButton href="/" tone="primary">{t("home")}</LinkButton>
    </PageNotice>
  );
}
