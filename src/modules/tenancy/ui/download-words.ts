import { getTranslations } from "next-intl/server";
import type { DownloadWords } from "./file-download.tsx";

/** The words of a FileDownload, in the language of the page. */
export async function downloadWords(): Promise<DownloadWords> {
  const t = await getTranslations("files.download");
  return { label: t("label"), csv: t("csv"), xlsx: t("xlsx"), failed: t("failed") };
}
