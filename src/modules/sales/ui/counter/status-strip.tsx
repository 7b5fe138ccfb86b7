"use client";

import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button.tsx";
import { offerOf, startAsking } from "./ask-approval.ts";
import { may } from "./counter-core.ts";
import type { Tone } from "./counter-state.ts";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import { runDeed } from "./keymap.ts";
import { noticeText } from "./notice-text.ts";
import { showScannerHelp } from "./show-scanner-help.ts";
import { showUnknown, startResolving } from "./resolve-unknown.ts";
import { useCounter, useCounterState } from "./use-counter.ts";
import { WhyStock } from "./why-stock.tsx";

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
  const counter = useCounter();
  const { setting } = counter;
  const notice = useCounterState((state) => state.notice);
  const tone = notice?.tone ?? "plain";
  const Icon = ICONS[tone];
  const urgent = notice !== null && tone === "error";
  const text = notice ? noticeText(notice.content, { t, tErrors, tKeys, format: setting.format, placeName: setting.placeName }) : "";
  return (
    <div data-testid="strip" className={clsx("flex min-h-10 shrink-0 items-center gap-2 border-t border-line px-3 py-1.5 text-base contain-content lg:px-4", LOOKS[tone], tone !== "plain" && "font-medium")}>
      {notice ? <Icon aria-hidden size={18} /> : null}
      <p role="alert" className={clsx("min-w-0", !urgent && "sr-only")}>{urgent ? text : ""}</p>
      <p role="status" className={clsx("min-w-0", urgent && "sr-only")}>{urgent ? "" : text}</p>
      {notice?.content.kind === "sale" ? <a href={`/sales/${notice.content.id}`} target="_blank" rel="noopener" className="font-semibold whitespace-nowrap underline">{t("seeSale")}</a> : null}
      {notice?.content.kind === "wrongLayout" ? <div className="ml-auto"><Button size="sm" onClick={() => showScannerHelp(counter)}>{t("howToFix")}</Button></div> : null}
      <Why />
      <SecondMember />
      <UnknownCodes isSaid={notice?.content.kind === "unknown"} />
    </div>
  );
}

/** Where the strip says how many there are, the way to why. */
function Why() {
  const t = useTranslations("pos.notice");
  const content = useCounterState((state) => state.notice?.content);
  const productId = content?.kind === "price" ? content.product.id : content?.kind === "line" && content.stock !== null ? content.line.productId : null;
  return productId === null ? null : <span className="whitespace-nowrap"><WhyStock productId={productId} isNamed>{t("whyStock")}</WhyStock></span>;
}

/** What somebody else could allow, where it can be asked for in place. */
function SecondMember() {
  const t = useTranslations("pos.notice");
  const counter = useCounter();
  const offered = useCounterState((state) => state.asking === null && offerOf(state.notice) !== null);
  if (!offered) return null;
  return (
    <div className="ml-auto">
      <Button size="sm" kbd="P" onClick={() => startAsking(counter)}>{t("askSecond")}</Button>
    </div>
  );
}

/** What can become of a code that nothing answered to; while the strip speaks of something else, how many wait. */
function UnknownCodes({ isSaid }: { isSaid: boolean }) {
  const t = useTranslations("pos.notice");
  const counter = useCounter();
  const cap = useKeyCap();
  const none = useKeyOf("none");
  const waiting = useCounterState((state) => state.unknown.length);
  const busy = useCounterState((state) => state.resolving !== null);
  if (busy || (!isSaid && waiting === 0)) return null;
  if (!isSaid) {
    return (
      <div className="ml-auto">
        <Button size="sm" onClick={() => showUnknown(counter)}>{t("unknownWaiting", { count: waiting })}</Button>
      </div>
    );
  }
  const mayWrite = may(counter, "product.write");
  return (
    <div className="ml-auto flex flex-wrap gap-1.5">
      {mayWrite ? <Button size="sm" kbd="A" onClick={() => startResolving(counter, "create")}>{t("create")}</Button> : null}
      {mayWrite ? <Button size="sm" kbd="B" onClick={() => startResolving(counter, "attach")}>{t("attach")}</Button> : null}
      <Button size="sm" kbd={cap(none)} onClick={() => runDeed(counter, "none")}>{t("none")}</Button>
    </div>
  );
}
