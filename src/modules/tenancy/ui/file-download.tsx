"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Menu } from "@/ui/menu.tsx";

export type DownloadWords = Readonly<Record<"label" | "csv" | "xlsx" | "failed", string>>;

interface FileDownloadProps {
  tenantSlug: string;
  /** Of the API. */
  path: string;
  /** Filters of the page, as the API takes them. */
  search?: string;
  words: DownloadWords;
}

/** What a page shows as a file. Fetched by hand rather than by a link: the request must say for which shop this page was made. */
export function FileDownload({ tenantSlug, path, search = "", words }: FileDownloadProps) {
  const [failed, setFailed] = useState(false);
  const download = async (format: "csv" | "xlsx"): Promise<void> => {
    const query = new URLSearchParams(search);
    query.set("format", format);
    const response = await fetch(`${path}?${query}`, { headers: { "x-tenant-slug": tenantSlug } }).catch(() => null);
    // A file that breaks off on its way is no file.
    const file = response?.ok ? await response.blob().catch(() => null) : null;
    setFailed(file === null);
    if (!response || !file) return;
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(file);
    anchor.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? `export.${format}`);
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  };
  return (
    <>
      {failed ? <span role="alert" className="text-sm text-negative">{words.failed}</span> : null}
      <Menu label={words.label} tone="quiet" trigger={<><Download aria-hidden size={16} />{words.label}</>} items={[{ label: words.xlsx, onSelect: () => void download("xlsx") }, { label: words.csv, onSelect: () => void download("csv") }]} />
    </>
  );
}
