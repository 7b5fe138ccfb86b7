import { createStore } from "zustand/vanilla";
import { newId } from "@/kernel/id.ts";
import { emptyIndex } from "../../rules/pos-index.ts";
import { SCAN_SETTINGS } from "../../rules/scan-detector.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import { initialState, type CounterSetting, type CounterState } from "./counter-state.ts";
import { deviceText, readTickets, writeTickets } from "./draft-storage.ts";
import { followLists } from "./follow-lists.ts";
import { holdPlace } from "./hold-place.ts";
import { whenSettled } from "./later.tsx";
import type { LostDemand } from "./note-lost-demand.ts";
import { createNoteQueue } from "./note-queue.ts";
import { restoreTickets, takeBack } from "./park-ticket.ts";
import type { PrintNote } from "./print-receipt.ts";
import { createOutbox, type Outbox, type PendingSale } from "./sale-outbox.ts";
import { sendSale } from "./send-sale.ts";
import { OPEN_TILL, SHARING } from "./parts.ts";
import { scanSettings } from "./scan-speed.ts";
import { loadKeys } from "./set-keys.ts";
import { createPlayer, type Player } from "@/ui/sounds.ts";
import { createCatalogueSync } from "./sync-catalog.ts";
import { takeOverTickets, ticketsOf } from "./take-over-tickets.ts";
import { afterFrame, whenQuiet } from "./when-quiet.ts";

const DRAFT_MS = 100;
/** How often what stands aside is asked for; the server says when it changes (follow-changes.ts). */
const SHARE_MS = 15_000;

export interface Counter extends CounterCore {
  player: Player;
  /** Begins to work in a browser: restores, listens, loads. Answers how to stop. */
  start: () => () => void;
  /** Takes the till from the tab that has it. */
  claimPlace: () => void;
}

/** A counter outside React: it takes keys before the page is alive and no render stands between a key and the ticket. */
export function createCounter(setting: CounterSetting): Counter {
  const owner = `${setting.shop.slug}.${setting.member.id}`;
  const sender = { shopSlug: setting.shop.slug, memberId: setting.member.id };
  const drafts = ticketsOf(setting.shop.slug, setting.member.id);
  const unsent = deviceText(`counter.unsent.${owner}`);
  const store = createStore<CounterState>(() => ({ ...initialState(newId()), rules: setting.shop.rules, counterRules: setting.shop.rules }));
  followLists(store);
  const player = createPlayer();
  let place: ReturnType<typeof holdPlace> | null = null;
  /** Raised whenever the till changes hands: what still runs from before must not write any more. */
  let turn = 0;
  const early: Omit<PendingSale, "attempts">[] = [];

  const counter: Counter = {
    store,
    setting,
    player,
    index: emptyIndex(),
    // Until this tab is the till, charged sales wait in memory.
    outbox: { add: (sale) => early.push(sale), flush: async () => undefined, pending: () => [] },
    lost: createNoteQueue<LostDemand>(deviceText(`counter.lost.${owner}`), sender, { path: () => "/api/v1/ops/lost-demand", body: (note) => note }),
    prints: createNoteQueue<PrintNote>(deviceText(`counter.prints.${owner}`), sender, {
      path: ({ saleId }) => `/api/v1/ops/sales/${saleId}/prints`,
      body: ({ saleId: _of, ...note }) => note,
      // A sale that the server has not yet was printed for all that.
      isReady: ({ saleId }) => counter.outbox.pending().every(({ request }) => request.id !== saleId),
    }),
    play: (sound) => afterFrame(() => player.play(sound)),
    now: () => performance.now(),
    soon: afterFrame,
    newTicketId: newId,
    keepDraft: () => drafts.save(writeTickets(store.getState())),
    refreshCatalogue: async () => undefined,
    sharing: null,
    scanning: SCAN_SETTINGS,
    lastScan: null,
    early: [],
    claimPlace: () => place?.claim(),
    start,
  };

  function makeOutbox(mine: number): Outbox {
    const ifMine = (write: () => void) => (mine === turn ? write() : undefined);
    return createOutbox({
      load: unsent.load,
      save: (text) => ifMine(() => unsent.save(text)),
      send: async (request) => {
        const result = await sendSale(sender, request);
        store.setState({ online: result.kind !== "retry" || result.reached });
        return result;
      },
      wait: (run, ms) => {
        const timer = setTimeout(() => ifMine(run), ms);
        return () => clearTimeout(timer);
      },
      onChange: (pending, blocked) => ifMine(() => store.setState({ pending: pending.length, blocked })),
      onAccepted: ({ request }, { number, creditCode }) => {
        const { receipt, lastSold } = store.getState();
        if (receipt?.saleId === request.id) store.setState({ receipt: { ...receipt, number, creditCode } });
        if (lastSold?.saleId === request.id) store.setState({ lastSold: { ...lastSold, number, creditCode } });
        void counter.prints.flush();
      },
      onRefused: (sale, problem) => ifMine(() => takeBack(counter, sale, problem)),
    });
  }

  /** This tab is the till now: what the device kept is the truth, and what was typed a moment before stands beside it. */
  function onHere(): void {
    turn += 1;
    const returning = store.getState().place === "elsewhere";
    counter.outbox = makeOutbox(turn);
    if (returning) store.setState({ ...initialState(newId()), catalogue: store.getState().catalogue, rules: store.getState().counterRules, counterRules: store.getState().counterRules, lists: store.getState().lists, keys: store.getState().keys, closedTill: store.getState().closedTill });
    store.setState({ place: "here", pending: counter.outbox.pending().length });
    const kept = drafts.load();
    const { draft, unread } = readTickets(kept);
    restoreTickets(counter, draft);
    if (unread > 0) {
      // Not thrown away: whoever helps this shop may still read it.
      deviceText(`counter.unread.${owner}`).save(kept ?? "");
      notify(counter, { kind: "unreadTickets", count: unread }, "warning");
    }
    if (setting.isShared) takeOverTickets(counter);
    for (const sale of early.splice(0)) counter.outbox.add(sale);
    void counter.outbox.flush();
    void counter.lost.flush();
    void counter.prints.flush();
  }

  function onElsewhere(): void {
    turn += 1;
    store.setState({ place: "elsewhere" });
  }

  function start(): () => void {
    loadKeys(counter);
    counter.scanning = scanSettings(setting.shop.slug);
    const sync = createCatalogueSync(counter);
    counter.refreshCatalogue = sync.refresh;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keepNow = () => {
      clearTimeout(timer);
      if (store.getState().place === "here") counter.keepDraft();
    };
    const share = (): void => void counter.sharing?.sync();
    // After what sells: until then tickets stand aside here alone.
    const callOff = whenSettled(() => void SHARING.load().then(({ createTicketSharing }) => {
      counter.sharing = createTicketSharing(counter);
      share();
      return askIfOpen();
    }, () => undefined));
    const askIfOpen = (): Promise<void> => OPEN_TILL.load().then(({ askTill }) => askTill(counter), () => undefined);
    const each = setInterval(() => {
      if (document.visibilityState === "visible") share();
    }, SHARE_MS);
    const stopKeeping = store.subscribe((state, before) => {
      if (state.parked !== before.parked && state.parked.some(({ shared, returned }) => !shared && !returned)) share();
      if (state.ticket === before.ticket && state.parked === before.parked) return;
      clearTimeout(timer);
      timer = setTimeout(keepNow, DRAFT_MS);
    });
    const flush = (): void => {
      void counter.outbox.flush();
      void counter.lost.flush();
      void counter.prints.flush();
      share();
      // Closed in another tab, or by somebody else at the same drawer.
      if (store.getState().place === "here" && OPEN_TILL.now()) void askIfOpen();
    };
    place = holdPlace(`counter ${owner}`, { onHere, onElsewhere });
    const stopSync = sync.start();
    for (const moment of ["online", "focus"]) window.addEventListener(moment, flush);
    window.addEventListener("pagehide", keepNow);
    // Browsers allow it from the first key on: made before the first line sounds, in a moment that no key waits for.
    const wake = (): void => whenQuiet(player.wake);
    window.addEventListener("keydown", wake, { once: true });
    return () => {
      keepNow();
      callOff();
      clearInterval(each);
      stopKeeping();
      stopSync();
      place?.leave();
      for (const moment of ["online", "focus"]) window.removeEventListener(moment, flush);
      window.removeEventListener("pagehide", keepNow);
      window.removeEventListener("keydown", wake);
    };
  }

  return counter;
}
