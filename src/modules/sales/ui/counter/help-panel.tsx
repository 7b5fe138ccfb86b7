"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Kbd } from "@/ui/kbd.tsx";
import { useKeyCap } from "./key-cap.ts";
import { COUNTER_KEYS } from "./keymap.ts";
import { useCounterState } from "./use-counter.ts";

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
  ["methods", "E D C Q T"],
  ["select", "↑ ↓"],
  ["escape", "Esc"],
] as const;

/** F1: in place of the lines, not over them; scanning goes on meanwhile. */
export function HelpPanel() {
  const t = useTranslations("pos.help");
  const tKeys = useTranslations("pos.keys");
  const cap = useKeyCap();
  const hasAside = useCounterState((state) => state.parked.length > 0);
  return (
    <section aria-label={t("title")} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-3 py-4 lg:px-4">
      <div className="grid gap-8 sm:grid-cols-2">
        <div>
          <h2 className="wide mb-2 border-b-2 border-ink pb-1 font-bold">{t("keys")}</h2>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
            {COUNTER_KEYS.filter(({ name }) => name !== "aside" || hasAside).map(({ name, keys }) => (
              <Fragment key={name}>
                <dt className="flex flex-wrap gap-1">
                  {(name === "aside" ? keys.slice(0, 1) : keys).map((key) => (
                    <Kbd key={key} keys={cap(key)} />
                  ))}
                </dt>
                <dd>{tKeys(name)}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
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
      <p className="mt-6 text-sm text-ink-3">{t("reload")}</p>
    </section>
  );
}
