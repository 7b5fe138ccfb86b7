import { getTranslations } from "next-intl/server";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";

export default async function ProductsLoading() {
  const [t, tCommon] = await Promise.all([getTranslations("products"), getTranslations("common")]);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <Skeleton rows={12} label={tCommon("loading")} />
      </PageBody>
    </>
  );
}
