"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { fetchPaper, type PaperFile } from "./fetch-paper.ts";
import { keepPaper } from "./keep-paper.ts";

interface PaperButtonsProps {
  tenantSlug: string;
  /** Of the PDF. */
  address: string;
  primary?: boolean;
  /** False where several stand on one page. */
  keys?: boolean;
}

type Wish = "open" | "download";

/** Opens a PDF beside this page, where the browser's own print button is, or keeps it as a file. */
export function PaperButtons({ tenantSlug, address, primary = false, keys = true }: PaperButtonsProps) {
  const t = useTranslations("common.paper");
  // What waits for the file: a key pressed again asks for nothing twice, and the other one is answered with the same file.
  const [waiting, setWaiting] = useState<readonly Wish[]>([]);
  const asked = useRef<Promise<PaperFile | null> | null>(null);
  const [failed, setFailed] = useState(false);
  const get = async (wish: Wish): Promise<PaperFile | null> => {
    setWaiting((others) => [...others, wish]);
    asked.current ??= fetchPaper(tenantSlug, address).finally(() => (asked.current = null));
    const file = await asked.current;
    setWaiting((others) => others.filter((other) => other !== wish));
    setFailed(file === null);
    return file;
  };
  const open = async (): Promise<void> => {
    if (waiting.includes("open")) return;
    // Opened at once, while the key or click still counts as the person's own; what it shows comes later.
    const page = window.open("", "_blank");
    const file = await get("open");
    if (file === null) page?.close();
    else if (page === null) keepPaper(file);
    else page.location.replace(file.url);
  };
  const download = async (): Promise<void> => {
    const file = waiting.includes("download") ? null : await get("download");
    if (file) keepPaper(file);
  };
  useKeys(keys ? [{ keys: "o", label: t("open"), run: () => void open() }, { keys: "d", label: t("download"), run: () => void download() }] : []);
  return (
    <>
      <Button tone={primary ? "primary" : "secondary"} kbd={keys ? "O" : undefined} icon={<Printer aria-hidden size={16} />} aria-busy={waiting.includes("open") || undefined} onClick={() => void open()}>{t("open")}</Button>
      <Button kbd={keys ? "D" : undefined} icon={<Download aria-hidden size={16} />} aria-busy={waiting.includes("download") || undefined} onClick={() => void download()}>{t("download")}</Button>
      {failed ? <span role="alert" className="text-sm text-negative">{t("notMade")}</span> : null}
    </>
  );
}
