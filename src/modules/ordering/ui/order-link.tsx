"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { makeOrderLinkAction, revokeOrderLinkAction } from "../actions.ts";
import type { OrderLinkView } from "../queries/open-link.ts";

interface OrderLinkProps {
  tenantSlug: string;
  format: FormatStyle;
  id: string;
  link: OrderLinkView | null;
  /** For the message that is ready to send. */
  names: { supplier: string; shop: string; number: string };
}

const DAYS = 30;

/** The supplier's way to the order without an account: made, sent by hand, revoked. */
export function OrderLink({ tenantSlug, format, id, link: first, names }: OrderLinkProps) {
  const t = useTranslations("ordering.link");
  const [link, setLink] = useState(first);
  const [copied, setCopied] = useState(false);
  const { save, pending, sentence } = useSave();
  const make = (): void => save(() => makeOrderLinkAction(tenantSlug, { id, days: DAYS }), (made) => {
    setLink(made);
    setCopied(false);
  });
  const revoke = (): void => save(() => revokeOrderLinkAction(tenantSlug, { id }), () => {
    setLink(null);
    showToast({ message: t("revoked") });
  });
  const copy = async (): Promise<void> => {
    (document.getElementById("order-link") as HTMLInputElement | null)?.select();
    await navigator.clipboard?.writeText(link!.url).catch(() => {});
    setCopied(true);
  };
  return (
    <section className="flex max-w-xl flex-col gap-3" aria-labelledby="order-link-title">
      <h2 id="order-link-title" className="wide text-md font-semibold">{t("title")}</h2>
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      {link === null ? (
        <>
          <p className="text-ink-2">{t("text")}</p>
          <div><Button aria-busy={pending || undefined} onClick={make}>{t("make")}</Button></div>
        </>
      ) : (
        <>
          <TextInput key={link.url} id="order-link" name="link" label={t("address")} hint={t("until", { date: formatDate(new Date(link.expiresAt), format) })} defaultValue={link.url} readOnly mono />
          <div className="flex flex-wrap gap-2">
            <Button tone="primary" onClick={() => void copy()}>{copied ? t("copied") : t("copy")}</Button>
            <LinkButton href={`https://wa.me/?text=${encodeURIComponent(t("message", { ...names, url: link.url }))}`}>{t("whatsapp")}</LinkButton>
            <Button tone="quiet" onClick={make}>{t("again")}</Button>
            <Button tone="quiet" onClick={revoke}>{t("revoke")}</Button>
          </div>
          <span role="status" className="sr-only">{copied ? t("copied") : ""}</span>
        </>
      )}
    </section>
  );
}
