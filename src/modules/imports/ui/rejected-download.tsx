"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { downloadRejected } from "./call-imports.ts";
import { useCaller } from "./use-caller.ts";

/** The rows that stayed out, with their reasons, as a file. */
export function RejectedDownload({ tenantSlug, id }: { tenantSlug: string; id: string }) {
  const t = useTranslations("imports.actions");
  const caller = useCaller(tenantSlug);
  const [failed, setFailed] = useState<string | null>(null);
  const get = (format: "xlsx" | "csv") => void downloadRejected(caller, id, format).then(setFailed);
  return (
    <>
      <Button id="download-rejected" kbd="D" onClick={() => get("xlsx")}>{t("download")}</Button>
      <Button tone="quiet" onClick={() => get("csv")}>{t("downloadCsv")}</Button>
      {failed ? <Banner tone="negative" live>{failed}</Banner> : null}
    </>
  );
}
