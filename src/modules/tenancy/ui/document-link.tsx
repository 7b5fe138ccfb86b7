"use client";

import { useState } from "react";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import type { ActionResult } from "../define-action.ts";
import type { LinkView } from "../queries/open-link.ts";

interface DocumentLinkProps {
  link: LinkView | null;
  make: () => Promise<ActionResult<LinkView>>;
  revoke: () => Promise<ActionResult<unknown>>;
  words: Readonly<Record<"title" | "text" | "make" | "again" | "revoke" | "revoked" | "copy" | "copied" | "whatsapp" | "address", string>>;
  until: (link: LinkView) => string;
  /** What is ready to send with it. */
  message: (link: LinkView) => string;
}

/** A document's way for somebody without an account: made, sent by hand, revoked. */
export function DocumentLink({ link: first, make: makeIt, revoke: revokeIt, words, until, message }: DocumentLinkProps) {
  const [link, setLink] = useState(first);
  const [copied, setCopied] = useState(false);
  const { save, pending, sentence } = useSave();
  const make = (): void => save(makeIt, (made) => {
    setLink(made);
    setCopied(false);
  });
  const revoke = (): void => save(revokeIt, () => {
    setLink(null);
    showToast({ message: words.revoked });
  });
  const copy = async (): Promise<void> => {
    (document.getElementById("document-link") as HTMLInputElement | null)?.select();
    await navigator.clipboard?.writeText(link!.url).catch(() => {});
    setCopied(true);
  };
  return (
    <section className="flex max-w-xl flex-col gap-3" aria-labelledby="document-link-title">
      <h2 id="document-link-title" className="wide text-md font-semibold">{words.title}</h2>
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      {link === null ? (
        <>
          <p className="text-ink-2">{words.text}</p>
          <div><Button aria-busy={pending || undefined} onClick={make}>{words.make}</Button></div>
        </>
      ) : (
        <>
          <TextInput key={link.url} id="document-link" name="link" label={words.address} hint={until(link)} defaultValue={link.url} readOnly mono />
          <div className="flex flex-wrap gap-2">
            <Button tone="primary" onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button>
            <LinkButton href={`https://wa.me/?text=${encodeURIComponent(message(link))}`}>{words.whatsapp}</LinkButton>
            <Button tone="quiet" onClick={make}>{words.again}</Button>
            <Button tone="quiet" onClick={revoke}>{words.revoke}</Button>
          </div>
          <span role="status" className="sr-only">{copied ? words.copied : ""}</span>
        </>
      )}
    </section>
  );
}
