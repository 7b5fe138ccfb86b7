"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { FIELD } from "./field-look.ts";
import { focusEntry } from "./focus-entry.ts";
import { heldKeys } from "./held-keys.ts";
import { listedOf, useHeld, type Held } from "./held-tickets.ts";
import { swapTicket } from "./park-ticket.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** As many as are read at a glance; beyond it they are looked for. */
const FEW = 9;
/** Rows that are drawn at first. */
const SHOWN = 50;

/** Everything that stands aside, the newest first, at this till and the others of the place: who put it there, when, and what there is to pay. The arrows and Enter of the entry field choose. */
export function HeldPanel() {
  const t = useTranslations("pos.heldList");
  const counter = useCounter();
  const { format } = counter.setting;
  const held = useHeld();
  const picked = useCounterState((state) => state.heldList?.picked ?? 0);
  const words = useCounterState((state) => state.heldList?.words ?? "");
  const listed = listedOf(held, words);
  // From the one that is chosen on, so that the arrows go through all of them.
  const until = Math.max(SHOWN, picked + 1);
  const [dropping, setDropping] = useState<Held | null>(null);
  return (
    <section aria-label={t("title")} className="mt-2 min-h-0 flex-1 overflow-y-auto px-3 lg:px-4">
      <h2 className="wide border-b-2 border-ink py-1.5 text-lg font-bold">{t("title")}</h2>
      {held.length > FEW ? <Search words={words} /> : null}
      <ul>
        {listed.slice(0, until).map((each, i) => (
          <li key={each.id} data-held={each.id} aria-current={i === picked} className={clsx("flex min-h-row flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-2 py-1.5", i === picked && "bg-accent-soft outline-2 -outline-offset-2 outline-accent-edge")}>
            <button type="button" className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 text-left" onClick={() => swapTicket(counter, each.id)}>
              <span className="min-w-0 flex-1 truncate font-medium">{each.name}</span>
              <span className="text-sm text-ink-2 max-sm:order-last max-sm:basis-full">{each.by === null ? t("here") : t("by", { name: each.by, register: each.registerName ?? "none" })}{each.at === null ? null : <> · {formatDateTime(each.at, format)}</>}</span>
              <span className="num text-right font-semibold whitespace-nowrap sm:w-28">{formatMoney(each.total, format)}</span>
            </button>
            <Button size="sm" tone="quiet" onClick={() => setDropping(each)}>{t("drop")}</Button>
            {dropping?.id === each.id ? <DropForm held={each} onDone={() => setDropping(null)} /> : null}
          </li>
        ))}
      </ul>
      {listed.length === 0 ? <p className="px-2 py-2 text-ink-2">{t("nothing", { words })}</p> : null}
      {listed.length > until ? <p className="px-2 py-2 text-sm text-ink-2">{t("more", { shown: until, count: listed.length })}</p> : null}
      <p className="px-2 py-2 text-sm text-ink-3 pointer-coarse:hidden">{t("hint")}</p>
    </section>
  );
}

/** Looks among many: by customer or first product, who put it aside, where, or how much it is. */
function Search({ words }: { words: string }) {
  const t = useTranslations("pos.heldList");
  const counter = useCounter();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const deed = heldKeys(counter)[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <label className="my-2 flex items-center gap-3">
      <span className="label">{t("search")}</span>
      <input ref={field} value={words} maxLength={120} autoComplete="off" onChange={(event) => counter.store.setState({ heldList: { picked: 0, words: event.target.value } })} onKeyDown={onKeyDown} className={`${FIELD} min-w-0 flex-1`} />
    </label>
  );
}

/** A ticket goes with a reason only: somebody put those goods aside. */
function DropForm({ held, onDone }: { held: Held; onDone: () => void }) {
  const t = useTranslations("pos.heldList");
  const counter = useCounter();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || reason.trim() === "") return;
    setBusy(true);
    const isGone = await counter.sharing?.discard(held.id, reason.trim());
    setBusy(false);
    if (!isGone) return;
    onDone();
    if (counter.store.getState().parked.length + counter.store.getState().elsewhere.length === 0) counter.store.setState({ heldList: null });
    focusEntry(counter);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex basis-full flex-wrap items-end gap-3 pb-1">
      <label className="flex min-w-40 flex-1 flex-col gap-1">
        <span className="label">{t("reason", { name: held.name })}</span>
        <input ref={field} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} className={FIELD} />
      </label>
      <Button type="submit" tone="danger" aria-busy={busy || undefined}>{t("confirmDrop")}</Button>
    </form>
  );
}
