"use client";

import { CircleHelp, Maximize, Plus, Volume, Volume1, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { formatMoney } from "@/kernel/format.ts";
import { formatTime } from "@/kernel/format-date.ts";
import { Button } from "@/ui/button.tsx";
import { ariaKeys } from "@/ui/keys/chord.ts";
import { isEmptyTicket } from "../../rules/ticket.ts";
import { notify } from "./counter-core.ts";
import { deviceText } from "./draft-storage.ts";
import { useHeld, type Held } from "./held-tickets.ts";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import { runDeed } from "./keymap.ts";
import { swapTicket } from "./park-ticket.ts";
import { VOLUMES } from "@/ui/sounds.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** As many as there are numbers for Alt; the others are in the list. */
const TABS = 9;

/** Open tickets on the left, the state of this till on the right. */
export function TopBar({ person }: { person: ReactNode }) {
  const t = useTranslations("pos");
  const { store } = useCounter();
  const held = useHeld();
  return (
    <header className="flex h-12 shrink-0 items-stretch gap-3 border-b border-line px-3 lg:px-4">
      <div className="flex min-w-0 flex-1 items-stretch gap-1">
        <ul aria-label={t("tabs.label")} className="flex min-w-0 items-stretch gap-1 overflow-x-auto">
          <li aria-current="true" className="num flex items-center gap-2 border-b-2 border-accent-edge px-2 whitespace-nowrap">
            <span className="font-semibold">{t("tabs.current")}</span>
            <TicketTotal />
          </li>
          {held.slice(0, TABS).map((each, i) => <HeldTab key={each.id} held={each} keyHint={`Alt ${i + 1}`} />)}
          {held.length > TABS ? <li className="flex items-center"><Button tone="quiet" size="sm" onClick={() => store.setState({ heldList: { picked: 0, words: "" } })}>{t("tabs.more", { count: held.length - TABS })}</Button></li> : null}
        </ul>
        <NextTicket />
      </div>
      <TillState />
      <Handover>{person}</Handover>
      <FullScreen />
      <SoundSwitch />
      <div className="flex items-center">
        <Button tone="quiet" size="sm" iconOnly aria-label={t("keys.help")} title={`${t("keys.help")} (F1)`} aria-keyshortcuts="F1" icon={<CircleHelp aria-hidden size={18} />} onClick={() => store.setState(({ help }) => ({ help: !help }))} />
      </div>
    </header>
  );
}

/** What each line changes, and so drawn without the bar around it. */
function TicketTotal() {
  const { format } = useCounter().setting;
  const total = useCounterState((state) => state.totals.total);
  return <span className="text-ink-2">{formatMoney(total, format, { symbol: false })}</span>;
}

/** Nobody leaves a till with sales that the server has not yet: they could only go out under that person's name. */
function Handover({ children }: { children: ReactNode }) {
  const counter = useCounter();
  const hold = (event: FormEvent): void => {
    counter.keepDraft();
    if (counter.outbox.pending().length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    notify(counter, { kind: "unsentFirst" }, "warning");
    void counter.outbox.flush();
  };
  return children ? <div className="flex items-center" onSubmitCapture={hold}>{children}</div> : null;
}

/** A ticket that stands aside; with whose it is, where it is another till's. */
function HeldTab({ held: { id, name, total, by, at, returned }, keyHint }: { held: Held; keyHint?: string }) {
  const t = useTranslations("pos");
  const counter = useCounter();
  const { format } = counter.setting;
  const busy = useCounterState((state) => state.taking === id);
  const who = `${by === null ? "" : `${by}: `}${name}`;
  return (
    <li className="flex items-center">
      <Button tone={returned ? "danger" : "quiet"} size="sm" kbd={keyHint} aria-busy={busy || undefined} onClick={() => swapTicket(counter, id)}>
        <span className="narrow num flex gap-1.5">
          <span className="max-w-36 truncate">{t(returned ? "tabs.returned" : "tabs.aside", { name: who })}</span>
          {at === null ? null : <span className="text-ink-3">{formatTime(at, format)}</span>}
          <span className="font-semibold">{formatMoney(total, format, { symbol: false })}</span>
        </span>
      </Button>
    </li>
  );
}

/** Puts the ticket aside for the next one, where there is anything to put aside. */
function NextTicket() {
  const t = useTranslations("pos.tabs");
  const counter = useCounter();
  const cap = useKeyCap();
  const hold = useKeyOf("hold");
  const hasLines = useCounterState((state) => !isEmptyTicket(state.ticket));
  if (!hasLines) return null;
  return (
    <div className="flex items-center max-sm:hidden">
      <Button tone="quiet" size="sm" kbd={cap(hold)} aria-label={t("next")} title={t("next")} aria-keyshortcuts={ariaKeys(hold)} onClick={() => runDeed(counter, "hold")}><Plus aria-hidden size={14} /></Button>
    </div>
  );
}

/** The browser's bars away: F11 does not reach pages in full screen, and is nobody's key here. */
function FullScreen() {
  const t = useTranslations("pos");
  const [isOffered, setOffered] = useState(false);
  useEffect(() => setOffered(document.fullscreenEnabled), []);
  if (!isOffered) return null;
  const toggle = (): void => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return (
    <div className="flex items-center max-lg:hidden">
      <Button tone="quiet" size="sm" iconOnly aria-label={t("fullScreen")} title={t("fullScreen")} icon={<Maximize aria-hidden size={18} />} onClick={toggle} />
    </div>
  );
}

/** Online, offline, unsent sales, and whether the scanner is heard: always in words. */
function TillState() {
  const t = useTranslations("pos.state");
  const online = useCounterState((state) => state.online);
  const pending = useCounterState((state) => state.pending);
  const blocked = useCounterState((state) => state.blocked);
  const listening = useCounterState((state) => state.listening);
  const since = useOfflineSince(online);
  if (!listening) return <p className="flex items-center text-xs font-semibold text-warning">{t("deaf")}</p>;
  if (blocked !== null && pending > 0) {
    return (
      <p className="flex items-center gap-2 text-xs font-semibold text-negative">
        <span className="max-sm:sr-only">{t("blocked", { count: pending })}</span>
        <a className="underline" href="/pos">
          {t("signIn")}
        </a>
      </p>
    );
  }
  return (
    <p className="num flex items-center gap-2 text-xs whitespace-nowrap text-ink-2">
      <span aria-hidden className={`size-2 rounded-full ${online ? "bg-positive" : "border-2 border-warning"}`} />
      {online || since === null ? t(online ? "online" : "offline") : t("offlineSince", { time: since })}
      <span className={pending === 0 ? "max-sm:hidden" : undefined}>· {t("pending", { count: pending })}</span>
    </p>
  );
}

/** The hour at which the server stopped answering. */
function useOfflineSince(online: boolean): string | null {
  const { format } = useCounter().setting;
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => setSince(online ? null : formatTime(new Date().toISOString(), format)), [online, format]);
  return since;
}

const ICONS = [Volume, Volume1, Volume2] as const;
const NAMES = ["off", "low", "high"] as const;

/** Off, low, high; kept on this device. */
function SoundSwitch() {
  const t = useTranslations("pos.sound");
  const { player } = useCounter();
  const [level, setLevel] = useState<0 | 1 | 2>(1);

  useEffect(() => {
    const kept = Number(deviceText("counter.sound").load() ?? 1);
    if (kept === 0 || kept === 2) setLevel(kept);
  }, []);
  useEffect(() => player.setVolume(VOLUMES[level]), [player, level]);

  const next = (): void => {
    const raised = ((level + 1) % 3) as 0 | 1 | 2;
    setLevel(raised);
    deviceText("counter.sound").save(String(raised));
    player.setVolume(VOLUMES[raised]);
    player.play("tick");
  };
  const Icon = ICONS[level];
  const label = t("change", { state: t(NAMES[level]) });
  return (
    <div className="flex items-center">
      <Button tone="quiet" size="sm" iconOnly aria-label={label} title={label} icon={<Icon aria-hidden size={18} />} onClick={next} />
    </div>
  );
}
