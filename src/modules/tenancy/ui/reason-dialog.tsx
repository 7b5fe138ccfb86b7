"use client";

import { TextInput } from "@/ui/text-input.tsx";
import type { ActionResult } from "../define-action.ts";
import { FormDialog } from "./form-dialog.tsx";

interface ReasonDialogProps {
  tenantSlug: string;
  id: string;
  words: Readonly<Record<"open" | "title" | "text" | "reason" | "confirm" | "keep" | "done", string>>;
  /** A server action, handed in by the page. */
  action: (tenantSlug: string, input: { id: string; reason: string }) => Promise<ActionResult<unknown>>;
}

/** Ends a document: what will happen, and why. */
export function ReasonDialog({ tenantSlug, id, words, action }: ReasonDialogProps) {
  return (
    <FormDialog
      words={{ open: words.open, title: words.title, close: words.keep, save: words.confirm }}
      opener={{ tone: "quiet", size: "sm" }}
      tone="danger"
      send={(field) => action(tenantSlug, { id, reason: field("reason") })}
      done={() => words.done}
    >
      {(errors) => (
        <>
          <p className="text-ink-2">{words.text}</p>
          <TextInput name="reason" label={words.reason} error={errors.reason} maxLength={500} autoComplete="off" autoFocus required />
        </>
      )}
    </FormDialog>
  );
}
