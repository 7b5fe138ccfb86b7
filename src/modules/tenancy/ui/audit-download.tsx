"use client";

import { useState } from "react";
import { Button } from "@/ui/button.tsx";

interface AuditDownloadProps {
  tenantSlug: string;
  /** Filters of the page, as in its address. */
  search: string;
  words: Readonly<Record<"csv" | "xlsx" | "failed", string>>;
}

/** Fetched by hand rather than by a link: the request must say for which shop this page was made. */
export function AuditDownload({ tenantSlug, search, words }: AuditDownloadProps) {
  const [failed, setFailed] = useState(false);
  const download = async (format: "csv" | "xlsx"): Promise<void> => {
    const query = new URLSearchParams(search);
    query.set("format", format);
    const response = await fetch(`/api/v1/back-office/audit-log/export?${query}`, { headers: { "x-tenant-slug": tenantSlug } }).catch(() => null);
    setFailed(!response?.ok);
    if (!response?.ok) return;
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(await response.blob());
    anchor.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `audit.${format}`);
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  };
  return (
    <>
      <Button onClick={() => void download("xlsx")}>{words.xlsx}</Button>
      <Button onClick={() => void download("csv")}>{words.csv}</Button>
      {failed ? <span role="alert" className="text-sm text-negative">{words.failed}</span> : null}
    </>
  );
}
