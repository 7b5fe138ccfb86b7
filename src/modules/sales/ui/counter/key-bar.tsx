"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { ariaKeys } from "@/ui/keys/chord.ts";
import { Button } from "@/ui/button.tsx";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import type { KeyName } from "./key-profiles.ts";
import { KEYS_IN_BAR, runDeed } from "./keymap.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** At a desk the bar is one row: what has no F key gives way first, and the keyboard has it. */
const ROOM: Readonly<Partial<Record<KeyName, string>>> = { misc: "lg:max-[1365px]:hidden", none: "lg:max-[1365px]:hidden", remove: "lg:max-[1439px]:hidden" };

/** The function keys, also for the mouse. On glass the lines and the total do their work. */
export function KeyBar() {
  const t = useTranslations("pos.keys");
  const paying = useCounterState((state) => state.paying !== null);
  return (
    <div role="toolbar" aria-label={t("bar")} className={clsx("flex shrink-0 gap-1.5 lg:gap-1 border-t max-lg:overflow-x-auto lg:flex-wrap border-line bg-sunken px-3 py-2 contain-content lg:px-4", paying && "max-lg:hidden")}>
      {KEYS_IN_BAR.map((name) => <span key={name} className={clsx("flex", ROOM[name])}><KeyButton name={name} /></span>)}
    </div>
  );
}

function KeyButton({ name }: { name: KeyName }) {
  const t = useTranslations("pos.keys");
  const counter = useCounter();
  const cap = useKeyCap();
  const keys = useKeyOf(name);
  return (
    <Button size="sm" kbd={cap(keys)} aria-keyshortcuts={ariaKeys(keys)} onClick={() => runDeed(counter, name)}>
      {t(name)}
    </Button>
  );
}
