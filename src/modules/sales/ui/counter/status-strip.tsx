"use client";

import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { may } from "./counter-core.ts";
import type { Tone } from "./counter-state.ts";
import { noticeText } from "./notice-text.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const LOOKS: Readonly<Record<Tone, string>> = {
  plain: "text-ink-2",
  warning: "bg-warning-soft text-warning",
  error: "bg-negative-soft text-negative",
};
const ICONS = { plain: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** The fixed place for what just happened and what went wrong: nothing pops up over the ticket and nothing takes the focus. */
export function StatusStrip() {
  const t = useTranslations("pos.notice");
  const tKeys = useTranslations("pos.keys");
  const tErrors = useTranslations("errors");
  const { setting } = useCounter();
  const notice = useCounterState((state) => state.notice);
  const tone = notice?.tone ?? "plain";
  const Icon = ICONS[tone];
  const urgent = notice !== null && tone === "error";
  const text = notice ? noticeText(notice.content, { t, tErrors, tKeys, format: setting.format }) : "";
  return (
    <div data-testid="strip" className={clsx("flex min-h-10 shrink-0 items-center gap-2 border-t border-line px-3 py-1.5 text-base lg:px-4", LOOKS[tone], tone !== "plain" && "font-medium")}>
      {notice ? <Icon aria-hidden size={18} /> : null}
      <p role="alert" className={clsx("min-w-0", !urgent && "sr-only")}>{urgent ? text : ""}</p>
      <p role="status" className={clsx("min-w-0", urgent && "sr-only")}>{urgent ? "" : text}</p>
      {notice?.content.kind === "unknown" ? <CreateLink code={notice.content.code} /> : null}
    </div>
  );
}

/** In a tab of its own: the ticket stays as it is. */
function CreateLink({ code }: { code: string }) {
  const t = useTranslations("pos.notice");
  const counter = useCounter();
  if (!may(counter, "product.write")) return null;
  return (
    <a href={`/products/new?barcode=${encodeURIComponent(code)}`} target="_blank" rel="noopener" className="ml-auto font-semibold whitespace-nowrap underline">
      {t("create")}
    </a>
  );
}
