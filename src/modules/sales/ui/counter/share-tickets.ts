import { isUuid, newId } from "@/kernel/id.ts";
import { readTicket } from "../../rules/read-ticket.ts";
import { atRegister } from "../register-here.ts";
import { askServer, type Asked } from "./ask-server.ts";
import { notify, type CounterCore } from "./counter-core.ts";
import type { HeldElsewhere, ParkedTicket } from "./counter-state.ts";
import { deviceText, readList } from "./draft-storage.ts";
import { nameOf, totalOf } from "./held-tickets.ts";
import { bringTicket, putOnCounter, setParked } from "./park-ticket.ts";

/** Tickets that stand aside for every till of the place. */
export interface TicketSharing {
  /** Tells the server what stands aside here, and hears what stands aside elsewhere. */
  sync: () => Promise<void>;
  /** Brings a ticket onto the counter that others could take too: whoever comes second is told. */
  take: (id: string) => Promise<void>;
  /** Drops one with a reason; false when it could not be said to the server. */
  discard: (id: string, reason: string) => Promise<boolean>;
}

interface HeldAnswer extends HeldElsewhere {
  content: unknown;
}

const PATH = "/api/v1/ops/held-tickets";

/** As many as a till draws in the days for which the server remembers who took them. */
const DRAWN = 2_000;

/** What one till holds in memory of them. */
const MOST = 2_000;

/** Whether the server says clearly that the ticket is not to be had. All else, a sign-in that ran out or a server that is busy, says nothing of it. */
function isGone(answer: Asked<unknown>): boolean {
  return !answer.ok && (answer.code === "ticket_gone" || answer.code === "not_found");
}

/**
 * A ticket put aside is kept on this device first and sent when there is network; its id is that of the sale that it becomes, so that whatever goes wrong on the way
 * it is sold once. What the server may still believe to be aside here (`known`) and what this till asked for (`coming`) outlive the page: a ticket whose answer was lost is asked
 * for again by the same device, and is never nowhere: neither when its answer was lost, nor when the whole browser was killed before it could write anything down.
 */
export function createTicketSharing(core: CounterCore): TicketSharing {
  const { slug } = core.setting.shop;
  const [known, coming, drawn] = [deviceText(`counter.held.${slug}`), deviceText(`counter.coming.${slug}`), deviceText(`counter.drawn.${slug}`)];
  const deviceId = deviceIdOf(slug);
  const add = (list: typeof known, id: string) => list.save(JSON.stringify([...new Set([...readList(list), id])]));
  const drop = (list: typeof known, id: string) => list.save(JSON.stringify(readList(list).filter((each) => each !== id)));
  const remember = (id: string) => drawn.save(JSON.stringify([...new Set([...readList(drawn), id])].slice(-DRAWN)));
  const isHere = () => core.store.getState().place === "here";
  let running: Promise<void> | null = null;
  let again = false;
  /** What this device took before it was started is asked for once. */
  let isRecovered = false;

  const takeFromServer = (id: string): Promise<Asked<HeldAnswer>> => askServer<HeldAnswer>(core, "POST", `${PATH}/${id}/take`, { deviceId, ...atRegister(slug) });

  async function send({ ticket }: ParkedTicket): Promise<boolean> {
    const { id } = ticket;
    add(known, id);
    const { approval: _word, ...content } = { ...ticket, past: [] };
    const answer = await askServer(core, "POST", PATH, { id, deviceId, name: nameOf(core, ticket).slice(0, 120), total: totalOf(core, ticket), content, ...atRegister(slug) });
    if (answer.ok) setParked(core, (each) => (each.ticket.id === id ? { ...each, shared: true } : each));
    else if (isGone(answer)) {
      drop(known, id);
      // Another till went on with it while this one had no network: what stands here is a ticket of its own.
      setParked(core, (each) => (each.ticket.id === id ? { ...each, ticket: { ...each.ticket, id: core.newTicketId() } } : each));
    }
    return answer.ok || isGone(answer);
  }

  /** What the server believes aside that was brought back here without it. */
  async function release(): Promise<boolean> {
    for (const id of readList(known)) {
      if (core.store.getState().parked.some(({ ticket }) => ticket.id === id)) continue;
      const answer = await takeFromServer(id);
      if (!answer.ok && !isGone(answer)) return false;
      if (answer.ok) remember(id);
      drop(known, id);
      if (!answer.ok && core.store.getState().ticket.id === id) notify(core, { kind: "problem", message: answer.message }, "error");
    }
    return true;
  }

  /** Tickets that this till asked for and whose answer never came. */
  async function fetchLost(): Promise<void> {
    for (const id of readList(coming)) {
      const answer = await takeFromServer(id);
      if (!answer.ok && !isGone(answer)) return;
      const ticket = answer.ok ? readTicket(answer.value.content) : null;
      const { ticket: current, parked } = core.store.getState();
      if (ticket && current.id !== id && !parked.some((each) => each.ticket.id === id)) {
        core.store.setState({ parked: [...parked, { ticket: { ...ticket, past: [] }, returned: false, heldAt: new Date().toISOString() }] });
        remember(id);
        core.keepDraft();
        notify(core, { kind: "ticketCame", name: nameOf(core, ticket) });
      }
      drop(coming, id);
    }
  }

  /**
   * Tickets that this device took and never drew, because somebody or something killed it in between: a browser writes what it is told to keep some seconds later, all of it at once.
   * So whatever is not in `drawn` was not on the counter either.
   */
  async function recover(): Promise<boolean> {
    const page = await askServer<{ items: { id: string }[] }>(core, "GET", `${PATH}?limit=200&takenBy=${deviceId}`);
    if (!page.ok) return false;
    const { ticket, parked } = core.store.getState();
    const here = new Set([ticket.id, ...parked.map((each) => each.ticket.id), ...core.outbox.pending().map(({ request }) => request.id), ...readList(drawn)]);
    for (const { id } of page.value.items) if (!here.has(id)) add(coming, id);
    return true;
  }

  /** Aside here and not with the server: another till has it; or it is this one's, by an answer that was lost, and goes aside again. */
  async function settleLeft(id: string): Promise<void> {
    const mine = core.store.getState().parked.find(({ ticket }) => ticket.id === id);
    if (!mine) return;
    const answer = await takeFromServer(id);
    if (!answer.ok && !isGone(answer)) return;
    drop(known, id);
    setParked(core, (each) => (each.ticket.id !== id ? each : answer.ok ? { ...each, shared: false } : null));
    if (!answer.ok) notify(core, { kind: "ticketLeft", name: nameOf(core, mine.ticket) });
  }

  /** All that stands aside at the place, the newest first; null when some of it could not be asked for. A ticket that moves from page to page meanwhile is counted once. */
  async function readAll(): Promise<HeldElsewhere[] | null> {
    const all = new Map<string, HeldElsewhere>();
    const register = atRegister(slug).registerId;
    for (let cursor: string | null | undefined; cursor !== null && all.size < MOST; ) {
      const query = new URLSearchParams({ limit: "200", ...(register === undefined ? {} : { registerId: register }), ...(cursor === undefined ? {} : { cursor }) });
      const page: Asked<{ items: HeldElsewhere[]; nextCursor?: string | null }> = await askServer(core, "GET", `${PATH}?${query}`);
      if (!page.ok) return null;
      for (const each of page.value.items) all.set(each.id, each);
      cursor = page.value.nextCursor ?? null;
    }
    return [...all.values()];
  }

  async function hear(): Promise<void> {
    const before = core.store.getState().parked.filter(({ shared }) => shared);
    const items = await readAll();
    if (items === null) return;
    const { taking } = core.store.getState();
    const held = new Set(items.map(({ id }) => id));
    for (const { ticket } of before) if (!held.has(ticket.id) && ticket.id !== taking) await settleLeft(ticket.id);
    const { ticket: current, parked } = core.store.getState();
    const own = new Set([current.id, ...parked.map(({ ticket }) => ticket.id), ...core.outbox.pending().map(({ request }) => request.id)]);
    core.store.setState({ elsewhere: items.filter(({ id }) => !own.has(id)) });
  }

  async function syncOnce(): Promise<void> {
    for (const each of core.store.getState().parked) {
      if (each.shared || each.returned) continue;
      if (!isHere() || !(await send(each))) return;
    }
    if (!isHere() || !(await release())) return;
    isRecovered ||= await recover();
    await fetchLost();
    if (isHere()) await hear();
  }

  function sync(): Promise<void> {
    again = running !== null;
    running ??= (async () => {
      do {
        again = false;
        if (isHere()) await syncOnce();
      } while (again);
    })().finally(() => (running = null));
    return running;
  }

  async function take(id: string): Promise<void> {
    if (core.store.getState().taking !== null) return;
    const own = core.store.getState().parked.find(({ ticket }) => ticket.id === id);
    if (!own) add(coming, id);
    core.store.setState({ taking: id, heldList: null });
    const answer = await takeFromServer(id);
    core.store.setState({ taking: null });
    if (answer.ok) {
      const ticket = own?.ticket ?? readTicket(answer.value.content);
      drop(known, id);
      core.store.setState(({ elsewhere }) => ({ elsewhere: elsewhere.filter((each) => each.id !== id) }));
      remember(id);
      if (own) bringTicket(core, id);
      else if (ticket) putOnCounter(core, ticket);
      else notify(core, { kind: "unreadTickets", count: 1 }, "warning");
      drop(coming, id);
      void core.refreshCatalogue();
    } else if (isGone(answer)) {
      drop(coming, id);
      drop(known, id);
      if (own) setParked(core, (each) => (each.ticket.id === id ? null : each));
      notify(core, { kind: "problem", message: answer.message }, "error");
    } else if (own) bringTicket(core, id);
    else notify(core, { kind: "heldOffline" }, "warning");
    void sync();
  }

  async function discard(id: string, reason: string): Promise<boolean> {
    const own = core.store.getState().parked.find(({ ticket }) => ticket.id === id);
    if (!own || own.shared) {
      const answer = await askServer(core, "POST", `${PATH}/${id}/discard`, { reason });
      if (!answer.ok) {
        notify(core, { kind: "problem", message: answer.message }, "error");
        return false;
      }
    }
    drop(known, id);
    setParked(core, (each) => (each.ticket.id === id ? null : each));
    core.store.setState(({ elsewhere }) => ({ elsewhere: elsewhere.filter((each) => each.id !== id) }));
    void sync();
    return true;
  }

  return { sync, take, discard };
}

/** This browser, to the server: whoever asks again for a ticket is the same. */
function deviceIdOf(slug: string): string {
  const kept = deviceText(`counter.device.${slug}`);
  const id = kept.load();
  if (isUuid(id)) return String(id);
  const made = newId();
  kept.save(made);
  return made;
}
