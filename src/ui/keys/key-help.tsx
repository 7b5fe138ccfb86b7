"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../dialog.tsx";
import { Kbd } from "../kbd.tsx";
import { keyCaps } from "./chord.ts";
import { pageKeys } from "./page-keys.ts";
import type { KeyBinding } from "./registry.ts";
import { useKeys } from "./use-keys.ts";

/** `?` shows every key that works here; the list is the registry itself, so it cannot lie. */
export function KeyHelp() {
  const t = useTranslations("common.keys");
  const [open, setOpen] = useState(false);
  useKeys([{ keys: "?", label: t("open"), run: () => setOpen(true) }], "shell");

  const bindings = open ? pageKeys.list() : [];
  const page = bindings.filter(({ scope }) => scope !== "shell");
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>
      <div className="flex flex-col gap-5">
        <KeyList title={t("page")} bindings={page} none={t("none")} then={t("then")} />
        <KeyList title={t("global")} bindings={bindings.filter(({ scope }) => scope === "shell")} then={t("then")} />
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  title: string;
  bindings: readonly KeyBinding[];
  none?: string;
  then: string;
}

function KeyList({ title, bindings, none, then }: KeyListProps) {
  return (
    <section>
      <h3 className="label mb-1">{title}</h3>
      {bindings.length === 0 && none ? <p className="text-ink-3">{none}</p> : null}
      <ul className="divide-y divide-line">
        {bindings.map(({ keys, label }) => (
          <li key={`${keys} ${label}`} className="flex min-h-9 items-center justify-between gap-4">
            <span>{label}</span>
            <span className="flex items-center gap-1.5">
              {keyCaps(keys).map((cap, i) => (
                <span key={i} className="flex items-center gap-1.5">
                  {i > 0 ? <span className="text-xs text-ink-3">{then}</span> : null}
                  <Kbd keys={cap} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
