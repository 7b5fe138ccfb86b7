import { getTranslations } from "next-intl/server";

/** The words of a FileDownload, in the language of the page. */
export async function downloadWords(): Promise<Record<"label" | "csv" | "xlsx" | "failed", string>> {
  const t = await getTranslations("files.download");
  return { label: t("label"), csv: t("csv"), xlsx: t("xlsx"), failed: t("failed") };
}
