"use client";

import { useTranslations } from "next-intl";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { LinkView } from "@/modules/tenancy/queries/open-link.ts";
import { DocumentLink } from "@/modules/tenancy/ui/document-link.tsx";
import { linkWords } from "@/modules/tenancy/ui/link-words.ts";
import { makeOrderLinkAction, revokeOrderLinkAction } from "../actions.ts";

interface OrderLinkProps {
  tenantSlug: string;
  format: FormatStyle;
  id: string;
  link: LinkView | null;
  /** For the message that is ready to send. */
  names: { supplier: string; shop: string; number: string };
}

const DAYS = 30;

/** The supplier's way to the order. */
export function OrderLink({ tenantSlug, format, id, link, names }: OrderLinkProps) {
  const t = useTranslations("ordering.link");
  return (
    <DocumentLink
      link={link}
      make={() => makeOrderLinkAction(tenantSlug, { id, days: DAYS })}
      revoke={() => revokeOrderLinkAction(tenantSlug, { id })}
      words={linkWords(t)}
      until={({ expiresAt }) => t("until", { date: formatDate(new Date(expiresAt), format) })}
      message={({ url }) => t("message", { ...names, url })}
    />
  );
}
