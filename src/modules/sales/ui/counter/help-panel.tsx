"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Kbd } from "@/ui/kbd.tsx";
import { keepPaperWidth, paperWidth, PAPER_WIDTHS, type PaperWidth } from "../paper-width.ts";
import { useKeyCap } from "./key-cap.ts";
import { PROFILE_NAMES, tableOf } from "./key-profiles.ts";
import { KEYS_AT_WORK } from "./keymap.ts";
import { SCAN_GAPS, setScanGap } from "./scan-speed.ts";
import { setKeys, startRebinding } from "./set-keys.ts";
import { SCANNER_HELP_ID } from "./show-scanner-help.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const TYPED = [
  ["search", "torn 8 1/2"],
  ["chip", "3*"],
  ["code", "3*7790…"],
  ["lineQuantity", "*5"],
  ["step", "+  −"],
  ["price", "=1500"],
  ["linePercent", "10%  10%%"],
  ["lineAmount", "500-  500--"],
  ["misc", "$1500 pan"],
  ["check", "?"],
  ["customer", "@lop"],
  ["document", "#1042"],
  ["methods", "E D C Q T F"],
  ["select", "↑ ↓"],
  ["escape", "Esc"],
] as const;

/** F1: in place of the lines, not over them; scanning goes on meanwhile. Here a till also gets keys of its own. */
export function HelpPanel() {
  const t = useTranslations("pos.help");
  return (
    <section aria-label={t("title")} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-3 py-4 lg:px-4">
      <div className="grid gap-8 sm:grid-cols-2">
        <Keys />
        <div>
          <h2 className="wide mb-2 border-b-2 border-ink pb-1 font-bold">{t("typed")}</h2>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
            {TYPED.map(([name, typed]) => (
              <Fragment key={name}>
                <dt className="font-mono text-sm whitespace-pre text-ink">{typed}</dt>
                <dd className="text-ink-2">{t(name)}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      </div>
      <Paper />
      <Scanner />
      <p className="mt-6 text-sm text-ink-3">{t("reload")}</p>
    </section>
  );
}

function Keys() {
  const t = useTranslations("pos.help");
  const tKeys = useTranslations("pos.keys");
  const counter = useCounter();
  const cap = useKeyCap();
  const setting = useCounterState((state) => state.keys);
  const rebinding = useCounterState((state) => state.rebinding);
  const hasAside = useCounterState((state) => state.parked.length > 0);
  const table = tableOf(setting);
  return (
    <div>
      <h2 className="wide mb-2 border-b-2 border-ink pb-1 font-bold">{t("keys")}</h2>
      <div role="group" aria-label={t("profile")} className="mb-3 flex flex-wrap gap-2">
        {PROFILE_NAMES.map((profile) => (
          <Button key={profile} size="sm" tone={setting.profile === profile ? "primary" : undefined} aria-pressed={setting.profile === profile} onClick={() => setKeys(counter, { profile, own: {} })}>
            {t(`profiles.${profile}`)}
          </Button>
        ))}
      </div>
      {Object.keys(setting.own).length === 0 ? null : <div className="mb-3"><Button size="sm" onClick={() => setKeys(counter, { ...setting, own: {} })}>{t("reset")}</Button></div>}
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1">
        {KEYS_AT_WORK.filter((name) => name !== "aside" || hasAside).map((name) => (
          <Fragment key={name}>
            <dt className="flex flex-wrap gap-1">
              {rebinding === name ? <span className="rounded-xs bg-marker px-1.5 text-sm font-semibold text-on-marker">{t("press")}</span> : (name === "aside" ? table[name].slice(0, 1) : table[name]).map((key) => <Kbd key={key} keys={cap(key)} />)}
            </dt>
            <dd>{tKeys(name)}</dd>
            <dd>
              {name === "aside" ? null : (
                <Button tone="quiet" size="sm" aria-label={t("rebind", { name: tKeys(name) })} onClick={() => startRebinding(counter, name)}>
                  {t("change")}
                </Button>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** The roll of this till's printer. */
function Paper() {
  const t = useTranslations("pos.help");
  const { slug } = useCounter().setting.shop;
  const [width, setWidth] = useState<PaperWidth>(() => paperWidth(slug));
  const choose = (wanted: PaperWidth): void => {
    keepPaperWidth(slug, wanted);
    setWidth(wanted);
  };
  return (
    <div role="group" aria-label={t("paper")} className="mt-6 flex flex-wrap items-center gap-2">
      <span className="font-bold">{t("paper")}</span>
      {PAPER_WIDTHS.map((each) => <Button key={each} size="sm" tone={each === width ? "primary" : undefined} aria-pressed={each === width} onClick={() => choose(each)}>{t("width", { width: each })}</Button>)}
    </div>
  );
}

/** How fast this till's scanner types, and what to do with one that types in another language. */
function Scanner() {
  const t = useTranslations("pos.help");
  const counter = useCounter();
  const [gap, setGap] = useState(counter.scanning.gapMs);
  const choose = (wanted: number): void => {
    setScanGap(counter, wanted);
    setGap(wanted);
  };
  return (
    <section id={SCANNER_HELP_ID} className="mt-6 flex flex-col gap-2">
      <div role="group" aria-label={t("scanner")} className="flex flex-wrap items-center gap-2">
        <span className="font-bold">{t("scanner")}</span>
        {SCAN_GAPS.map((each) => <Button key={each} size="sm" tone={each === gap ? "primary" : undefined} aria-pressed={each === gap} onClick={() => choose(each)}>{t("gap", { ms: each })}</Button>)}
      </div>
      <p className="max-w-2xl text-sm text-ink-2">{t("gapHint")}</p>
      <p className="max-w-2xl text-sm text-ink-2">{t("layoutHint")}</p>
    </section>
  );
}
