"use client";

import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useState, type MouseEvent, type ReactNode } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Announcer } from "./announcer.tsx";
import { bringParts } from "./bring-parts.ts";
import type { CounterMember, CounterShop } from "./counter-state.ts";
import { createCounter } from "./create-counter.ts";
import { isEmptyTicket } from "../../rules/ticket.ts";
import { EntryField } from "./entry-field.tsx";
import { focusEntry } from "./focus-entry.ts";
import { KeyBar } from "./key-bar.tsx";
import { isBusy } from "./is-busy.ts";
import { componentOf } from "./later.tsx";
import { listenKeys } from "./listen-keys.ts";
import { OtherTab } from "./other-tab.tsx";
import { APPROVAL_ROW, CUSTOMER_ROW, GIVE_BACK_PANEL, HELD_PANEL, HELP_PANEL, PAPER, RESOLVE_ROW, TILL_ROW } from "./parts.ts";
import { SidePanel } from "./side-panel.tsx";
import { StatusStrip } from "./status-strip.tsx";
import { TicketList } from "./ticket-list.tsx";
import { TopBar } from "./top-bar.tsx";
import { CounterContext, useCounter, useCounterState } from "./use-counter.ts";

const HelpPanel = componentOf(HELP_PANEL, (there) => there.HelpPanel);
const GiveBackPanel = componentOf(GIVE_BACK_PANEL, (there) => there.GiveBackPanel);
const HeldPanel = componentOf(HELD_PANEL, (there) => there.HeldPanel);
const CustomerRow = componentOf(CUSTOMER_ROW, (there) => there.CustomerRow);
const ApprovalRow = componentOf(APPROVAL_ROW, (there) => there.ApprovalRow);
const ResolveRow = componentOf(RESOLVE_ROW, (there) => there.ResolveRow);
const TillRow = componentOf(TILL_ROW, (there) => there.TillRow);
const ReceiptPaper = componentOf(PAPER, (there) => there.ReceiptPaper);

export interface CounterProps {
  shop: CounterShop;
  member: CounterMember;
  format: FormatStyle;
  /** This device takes the PINs of several people: open tickets go from one to the next. */
  isShared: boolean;
  /** Who stands at a shared till, and how the next one takes over. */
  person: ReactNode;
  /** Where the stock stands that the till shows. */
  placeName: string;
}

/** The point of sale. Everything happens in memory; the server hears of it afterwards. */
export function Counter({ shop, member, format, isShared, person, placeName }: CounterProps) {
  const t = useTranslations("pos");
  const [counter] = useState(() => createCounter({ shop, member, format, isShared, placeName, miscName: t("lines.misc"), undoReason: t("receipt.undoReason") }));

  useEffect(() => {
    const stop = counter.start();
    const deafen = listenKeys(counter);
    const cool = bringParts();
    focusEntry(counter);
    return () => {
      cool();
      deafen();
      stop();
    };
  }, [counter]);

  return (
    <CounterContext value={counter}>
      <h1 className="sr-only">{t("title")}</h1>
      <Surface person={person} />
      <Announcer />
      <Printing />
    </CounterContext>
  );
}

/** What Ctrl P prints, there only while it is printed. */
function Printing() {
  return useCounterState((state) => state.printing !== null) ? <ReceiptPaper /> : null;
}

/** Clicks on anything but a field leave the focus where the next scan is expected. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  if (!(event.target as Element).closest("input, select, textarea, a, summary")) event.preventDefault();
}

function Surface({ person }: { person: ReactNode }) {
  const place = useCounterState((state) => state.place);
  const help = useCounterState((state) => state.help);
  const catalogue = useCounterState((state) => state.catalogue.status);
  const busy = useCounterState(isBusy);
  const givingBack = useCounterState((state) => state.givingBack !== null);
  const held = useCounterState((state) => state.heldList !== null);
  const picking = useCounterState((state) => state.picking !== null);
  const asking = useCounterState((state) => state.asking !== null);
  const resolving = useCounterState((state) => state.resolving !== null);
  // Said between two customers, and never while one waits or is given change.
  const closed = useCounterState((state) => state.closedTill !== null && isEmptyTicket(state.ticket) && state.receipt === null && !state.help && state.heldList === null && !isBusy(state));
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  useReturnToEntry(busy || help);
  useFirstFocus(`${place} ${catalogue}`);

  if (place === "elsewhere") return <OtherTab />;
  return (
    <div
      onMouseDown={keepFocus}
      data-ready={ready || undefined}
      data-catalogue={catalogue}
      className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] max-sm:h-[calc(100dvh-4rem)] lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-1"
    >
      <div className="flex min-h-0 min-w-0 flex-col">
        <TopBar person={person} />
        <EntryField />
        {givingBack ? <GiveBackPanel /> : help ? <HelpPanel /> : held ? <HeldPanel /> : <TicketList />}
        {picking ? <CustomerRow /> : null}
        {asking ? <ApprovalRow /> : null}
        {resolving ? <ResolveRow /> : null}
        {closed ? <TillRow /> : null}
        <StatusStrip />
        <KeyBar />
      </div>
      <SidePanel />
    </div>
  );
}

/** Whatever closes gives the focus back in the same frame. */
function useReturnToEntry(busy: boolean): void {
  const counter = useCounter();
  useLayoutEffect(() => {
    if (!busy) focusEntry(counter);
  }, [busy, counter]);
}

/** What comes alive later must not leave the focus nowhere: at each step of the start the entry field takes it, if nobody has it. */
function useFirstFocus(step: string): void {
  const counter = useCounter();
  useEffect(() => {
    if (document.activeElement === document.body) focusEntry(counter);
  }, [step, counter]);
}
