"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { Progress } from "@/ui/progress.tsx";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { callImports } from "./call-imports.ts";
import { useCaller } from "./use-caller.ts";

const ACCEPT = ".xlsx,.xls,.ods,.csv,.tsv,.txt";

interface ImportUploadProps {
  tenantSlug: string;
  /** Whose list it may be; none for members who may not see what suppliers ask. */
  suppliers: readonly SelectOption[];
  supplierId?: string;
}

/** A list by choosing, dropping or pasting, and whose it is; pasting anywhere on the page counts. */
export function ImportUpload({ tenantSlug, suppliers, supplierId = "" }: ImportUploadProps) {
  const t = useTranslations("imports.page");
  const tList = useTranslations("imports.list");
  const [whose, setWhose] = useState(supplierId);
  const caller = useCaller(tenantSlug);
  const router = useRouter();
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [pasted, setPasted] = useState("");

  const send = async (name: string, fields: Record<string, File | string>): Promise<void> => {
    if (sending !== null) return;
    setError(undefined);
    setSending(name);
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    if (whose !== "") form.append("supplierId", whose);
    const called = await callImports<{ id: string }>(caller, "POST", "/products/import", form);
    if (called.ok) return router.push(`/products/import/${called.value.id}`);
    setSending(null);
    setError(called.message);
  };
  const sendPasted = (text: string) => void send(t("pasted"), { paste: text });
  usePaste(sendPasted);

  return (
    <div className="flex flex-col gap-5">
      {suppliers.length > 0 ? <div className="max-w-md"><Select name="supplierId" label={tList("whose")} hint={tList("whoseHint")} placeholder={tList("ours")} options={suppliers} value={whose} onChange={(event) => setWhose(event.target.value)} /></div> : null}
      <FileDrop label={t("drop")} hint={t("hint")} error={error} accept={ACCEPT} browseLabel={t("browse")} kbd="I" wholePage busy={sending !== null} onFile={(file) => void send(file.name, { file })} />
      <div role="status">{sending === null ? null : <Progress label={t("sending", { name: sending })} max={1} />}</div>
      <form
        className="flex flex-col items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== "") sendPasted(pasted);
        }}
      >
        <div className="w-full">
          <Textarea label={t("paste")} hint={t("pasteHint")} name="paste" rows={4} mono value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </div>
        <Button type="submit" aria-disabled={pasted.trim() === "" || sending !== null || undefined}>{t("readPaste")}</Button>
      </form>
      <Shortcuts items={[{ keys: "i", label: t("browse"), clickId: "file-browse" }]} />
    </div>
  );
}

/** Cells pasted outside of any field are a list. */
function usePaste(take: (text: string) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const into = event.target;
      if (into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.includes("\n") || text.includes("\t")) latest.current(text);
    };
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
}
