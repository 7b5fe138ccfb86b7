"use client";

import { useTranslations } from "next-intl";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { LinkView } from "@/modules/tenancy/queries/open-link.ts";
import { DocumentLink } from "@/modules/tenancy/ui/document-link.tsx";
import { linkWords } from "@/modules/tenancy/ui/link-words.ts";
import { makeReceiptLinkAction, revokeReceiptLinkAction } from "../actions.ts";

interface ReceiptLinkProps {
  tenantSlug: string;
  format: FormatStyle;
  saleId: string;
  link: LinkView | null;
  /** For the message that is ready to send. */
  names: { shop: string; number: string };
}

/** The customer's way to the receipt. */
export function ReceiptLink({ tenantSlug, format, saleId, link, names }: ReceiptLinkProps) {
  const t = useTranslations("sales.link");
  return (
    <DocumentLink
      link={link}
      make={() => makeReceiptLinkAction(tenantSlug, { saleId })}
      revoke={() => revokeReceiptLinkAction(tenantSlug, { saleId })}
      words={linkWords(t)}
      until={({ expiresAt }) => t("until", { date: formatDate(new Date(expiresAt), format) })}
      message={({ url }) => t("message", { ...names, url })}
    />
  );
}
