"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type ReactNode } from "react";
import { newId } from "@/kernel/id.ts";
import type { RefusalCode } from "@/kernel/refusal.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { showToast } from "@/ui/toast-store.ts";
import type { ActionResult } from "../define-action.ts";
import { useSave } from "./use-save.ts";

interface FormDialogProps<T> {
  words: Readonly<Record<"open" | "title" | "close" | "save", string>> & { saving?: string };
  /** How the button looks that opens it. */
  opener: { tone: "primary" | "secondary" | "quiet"; size?: "sm"; label?: string; /** The key that opens it too. */ keys?: string };
  /** Of what it does: `danger` ends something. */
  tone?: "primary" | "danger";
  onOpen?: () => void;
  /** Sends what the fields say. `id` was made when the dialog opened: sent twice, it is one document. */
  send: (field: (name: string) => string, id: string) => Promise<ActionResult<T>>;
  /** What is said when it is done. */
  done: (value: T) => string;
  /** A refusal of something that no field shows. */
  unshown?: string;
  children: (errors: Readonly<Record<string, string>>, code: RefusalCode | "defect" | null) => ReactNode;
}

/** A button that opens a form: Enter or its button sends it, what was refused stands beside the fields, and what was done is said and shown. */
export function FormDialog<T>({ words, opener, tone = "primary", onOpen, send, done, unshown, children }: FormDialogProps<T>) {
  const router = useRouter();
  const [id, setId] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence, code } = useSave();
  const open = (): void => {
    onOpen?.();
    setId(newId());
  };
  const close = (): void => setId(null);
  useKeys(opener.keys === undefined ? [] : [{ keys: opener.keys, label: words.open, run: open }]);
  const submit = (): void => {
    const given = new FormData(form.current!);
    save(() => send((name) => String(given.get(name) ?? "").trim(), id!), (value) => {
      close();
      showToast({ message: done(value as T) });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={close}>{words.close}</Button>
      <Button tone={tone} aria-busy={pending || undefined} onClick={submit}>{pending ? (words.saving ?? words.save) : words.save}</Button>
    </>
  );
  const told = sentence ?? (unshown === undefined ? undefined : errors[unshown]);
  return (
    <>
      <Button tone={opener.tone} {...(opener.size ? { size: opener.size } : {})} {...(opener.keys ? { kbd: opener.keys.toUpperCase() } : {})} aria-label={opener.label} onClick={open}>{words.open}</Button>
      <Dialog open={id !== null} onClose={close} title={words.title} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {told ? <Banner tone="negative" live>{told}</Banner> : null}
          {children(errors, code)}
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
