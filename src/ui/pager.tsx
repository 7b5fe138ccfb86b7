import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "./link-button.tsx";

interface PagerProps {
  /** Addresses with the cursor; undefined where there is no page. */
  previousHref?: string;
  nextHref?: string;
  summary?: string;
}

export function Pager({ previousHref, nextHref, summary }: PagerProps) {
  const t = useTranslations("common");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t("pages")} className="flex min-h-12 flex-wrap items-center gap-3 py-2">
      {summary ? <span className="num text-sm text-ink-3">{summary}</span> : null}
      <span className="ml-auto flex gap-2">
        {previousHref ? (
          <LinkButton href={previousHref} size="sm" icon={<ChevronLeft aria-hidden size={16} />}>
            {t("previous")}
          </LinkButton>
        ) : null}
        {nextHref ? (
          <LinkButton href={nextHref} size="sm" icon={<ChevronRight aria-hidden size={16} />}>
            {t("next")}
          </LinkButton>
        ) : null}
      </span>
    </nav>
  );
}
