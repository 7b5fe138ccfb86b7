"use client";

import { Keyboard, ScanBarcode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, type KeyboardEvent } from "react";
import { formatNumber } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { applyAction } from "./apply-action.ts";
import { offerOf, startAsking } from "./ask-approval.ts";
import { may, type CounterCore } from "./counter-core.ts";
import { ENTRY_ID, focusEntry, isScannerInUse } from "./focus-entry.ts";
import { heldKeys } from "./held-keys.ts";
import { insertDecimal } from "./insert-decimal.ts";
import { componentOf } from "./later.tsx";
import { CAMERA } from "./parts.ts";
import { RESULTS_ID, resultId, ResultList } from "./result-list.tsx";
import { startResolving } from "./resolve-unknown.ts";
import { addHit, submitEntry, typeEntry } from "./submit-entry.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const CameraScan = componentOf(CAMERA, (there) => there.CameraScan);

/** The one field of the counter: scans, codes, names, quantities, prices and discounts. A key draws the input alone, and the list that it changes. */
export function EntryField() {
  const counter = useCounter();
  const touchKeyboard = useCounterState((state) => state.touchKeyboard);
  // Asked anew at each change of whatever: the scanner's five minutes run out by themselves.
  const scanner = useCounterState(() => isScannerInUse(counter));
  const [camera, setCamera] = useState(false);
  const quiet = scanner && !touchKeyboard;
  const t = useTranslations("pos.entry");

  return (
    <div className="relative z-2 shrink-0 px-3 pt-3 lg:px-4">
      <div className="flex min-h-14 items-center gap-3 rounded-sm border-2 border-accent-edge bg-surface px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-edge">
        <Chip />
        <EntryInput quiet={quiet} />
        {quiet ? (
          <Button tone="quiet" size="sm" iconOnly aria-label={t("keyboard")} icon={<Keyboard aria-hidden size={18} />} onClick={() => showKeyboard(counter)} />
        ) : (
          <CameraButton isOpen={camera} onToggle={() => setCamera(!camera)} />
        )}
      </div>
      <ResultList />
      {camera ? <CameraScan onClose={() => setCamera(false)} /> : null}
    </div>
  );
}

/** What waits for the next product: its quantity, or that only its price is asked. */
function Chip() {
  const t = useTranslations("pos.entry");
  const counter = useCounter();
  const chip = useCounterState((state) => state.ticket.chip);
  const priceCheck = useCounterState((state) => state.priceCheck);
  return (
    <>
      {chip === null ? null : (
        <button type="button" className="num rounded-xs bg-marker px-2.5 py-1 text-lg font-bold whitespace-nowrap text-on-marker" onClick={() => applyAction(counter, { kind: "chip", quantity: null })}>
          <span aria-hidden>{t("chip", { quantity: formatNumber(chip, counter.setting.format) })}</span>
          <span className="sr-only">{t("chipSaid", { quantity: formatNumber(chip, counter.setting.format) })}</span>
        </button>
      )}
      {priceCheck ? <span className="rounded-xs bg-marker px-2 py-1 font-semibold whitespace-nowrap text-on-marker">{t("priceCheck")}</span> : null}
    </>
  );
}

function EntryInput({ quiet }: { quiet: boolean }) {
  const t = useTranslations("pos.entry");
  const counter = useCounter();
  const entry = useCounterState((state) => state.entry);
  const bare = useCounterState((state) => state.ticket.chip === null && !state.priceCheck);
  const open = useCounterState((state) => state.results.length > 0);
  const picked = useCounterState((state) => state.picked);
  return (
    <input
      id={ENTRY_ID}
      type="text"
      role="combobox"
      aria-label={t("label")}
      aria-expanded={open}
      aria-controls={RESULTS_ID}
      aria-activedescendant={open ? resultId(picked) : undefined}
      aria-autocomplete="list"
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="enter"
      inputMode={quiet ? "none" : "text"}
      maxLength={200}
      placeholder={bare ? t("placeholder") : undefined}
      value={entry}
      onChange={(event) => typeEntry(counter, event.target.value)}
      onKeyDown={(event) => onEntryKey(counter, event)}
      className="min-w-0 flex-1 bg-transparent text-xl outline-none max-sm:text-lg"
    />
  );
}

/** On a phone the way to its camera; elsewhere only the sign that a scanner is heard here. */
function CameraButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const t = useTranslations("pos.camera");
  const [offered, setOffered] = useState(false);
  useEffect(() => setOffered(window.matchMedia("(pointer: coarse)").matches), []);
  const icon = <ScanBarcode aria-hidden size={20} />;
  return offered ? <Button tone="quiet" iconOnly aria-label={t("open")} aria-pressed={isOpen} icon={icon} onClick={onToggle} /> : <span className="text-ink-3">{icon}</span>;
}

function showKeyboard(core: CounterCore): void {
  core.store.setState({ touchKeyboard: true });
  focusEntry(core, true);
}

/** Function keys, Esc and scans have been taken by the window before they come here. */
function onEntryKey(core: CounterCore, event: KeyboardEvent<HTMLInputElement>): void {
  const { entry, results, picked, heldList } = core.store.getState();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.code === "NumpadDecimal") return insertDecimal(event, core.setting.format.decimal, (text) => typeEntry(core, text));
  const asked = answerOf(core, event.key);
  const deeds: Record<string, () => unknown> = {
    ...(asked ? { [event.key]: asked } : {}),
    Enter: () => submitEntry(core, entry, { scanned: false, at: event.timeStamp }),
    ...(heldList && entry === ""
      ? heldKeys(core)
      : results.length > 0
        ? { ArrowDown: () => pick(core, Math.min(results.length - 1, picked + 1)), ArrowUp: () => pick(core, Math.max(0, picked - 1)) }
        : entry === ""
          ? { ArrowUp: () => applyAction(core, { kind: "move", by: -1 }), ArrowDown: () => applyAction(core, { kind: "move", by: 1 }) }
        : {}),
    ...(entry === "" ? { "+": () => applyAction(core, { kind: "step", by: "1" }), "-": () => applyAction(core, { kind: "step", by: "-1" }) } : {}),
    // A scanner's Tab after a slow scan is its Enter; an empty field lets Tab walk on.
    ...(entry !== "" && !event.shiftKey ? { Tab: () => submitEntry(core, entry, { scanned: false, at: event.timeStamp }) } : {}),
  };
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
}

/** A key that answers what the strip asks: what becomes of an unknown code, or which of two products it is. */
function answerOf(core: CounterCore, key: string): (() => void) | null {
  const { entry, notice, results } = core.store.getState();
  const asked = notice?.content.kind;
  if (asked === "unknown" && entry === "" && may(core, "product.write")) {
    if (key.toLowerCase() === "a") return () => startResolving(core, "create");
    if (key.toLowerCase() === "b") return () => startResolving(core, "attach");
  }
  if (key.toLowerCase() === "p" && entry === "" && offerOf(notice)) return () => startAsking(core);
  const product = asked === "twoProducts" && /^[1-9]$/.test(key) ? results[Number(key) - 1] : undefined;
  return product ? () => addHit(core, { product, packSize: "1" }) : null;
}

function pick(core: CounterCore, picked: number): void {
  core.store.setState({ picked, pickedByHand: true });
}
