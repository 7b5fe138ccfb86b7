"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { ariaKeys } from "@/ui/keys/chord.ts";
import { Button } from "@/ui/button.tsx";
import { useKeyCap } from "./key-cap.ts";
import { COUNTER_KEYS } from "./keymap.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The function keys, also for the mouse. On glass the lines and the total do their work. */
export function KeyBar() {
  const t = useTranslations("pos.keys");
  const counter = useCounter();
  const cap = useKeyCap();
  const paying = useCounterState((state) => state.paying !== null);
  return (
    <div role="toolbar" aria-label={t("bar")} className={clsx("flex shrink-0 gap-1.5 overflow-x-auto border-t border-line bg-sunken px-3 py-2 lg:px-4", paying && "max-lg:hidden")}>
      {COUNTER_KEYS.filter(({ inBar }) => inBar).map(({ name, keys, run }) => (
        <Button key={name} size="sm" kbd={cap(keys[0]!)} aria-keyshortcuts={ariaKeys(keys[0]!)} onClick={() => run(counter, keys[0]!)}>
          {t(name)}
        </Button>
      ))}
    </div>
  );
}
