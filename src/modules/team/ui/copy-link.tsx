"use client";

import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";

interface CopyLinkProps {
  link: string;
  /** Ready to send: a greeting with the link in it. */
  message: string;
  words: Readonly<Record<"link" | "hint" | "copy" | "copied" | "whatsapp", string>>;
}

/** A link to be sent by hand. The field can be selected and copied where the clipboard may not be written. */
export function CopyLink({ link, message, words }: CopyLinkProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const input = document.getElementById("invitation-link") as HTMLInputElement | null;
    input?.select();
    await navigator.clipboard?.writeText(link).catch(() => {});
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-3">
      <TextInput id="invitation-link" name="link" label={words.link} hint={words.hint} defaultValue={link} readOnly mono />
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button>
        <LinkButton href={`https://wa.me/?text=${encodeURIComponent(message)}`}>{words.whatsapp}</LinkButton>
      </div>
      <span role="status" className="sr-only">{copied ? words.copied : ""}</span>
    </div>
  );
}
