"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ActionResult } from "@/modules/tenancy/define-action.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";

interface ReasonDialogProps {
  tenantSlug: string;
  id: string;
  words: Readonly<Record<"open" | "title" | "text" | "reason" | "confirm" | "keep" | "done", string>>;
  /** A server action, handed in by the page. */
  action: (tenantSlug: string, input: { id: string; reason: string }) => Promise<ActionResult<unknown>>;
}

/** Ends a document: what will happen, and why. */
export function ReasonDialog({ tenantSlug, id, words, action }: ReasonDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const reason = String(new FormData(form.current!).get("reason") ?? "");
    save(() => action(tenantSlug, { id, reason }), () => {
      setOpen(false);
      showToast({ message: words.done });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>{words.keep}</Button>
      <Button tone="danger" aria-busy={pending || undefined} onClick={submit}>{words.confirm}</Button>
    </>
  );
  return (
    <>
      <Button tone="quiet" size="sm" onClick={() => setOpen(true)}>{words.open}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <p className="text-ink-2">{words.text}</p>
          <TextInput name="reason" label={words.reason} error={errors.reason} maxLength={500} autoComplete="off" autoFocus required />
        </form>
      </Dialog>
    </>
  );
}
