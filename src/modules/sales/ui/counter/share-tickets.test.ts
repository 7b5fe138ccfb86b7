import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { newId } from "@/kernel/id.ts";
import { counterOf } from "../../../../../tests/support/counter-core.ts";
import type { CounterCore } from "./counter-core.ts";
import { holdTicket, swapTicket } from "./park-ticket.ts";
import { createTicketSharing } from "./share-tickets.ts";
import { submitEntry } from "./submit-entry.ts";

/** What the server has of one ticket, and what it answers instead when something is wrong with it. */
interface Server {
  tickets: Map<string, { status: "held" | "taken"; content: object; deviceId: string }>;
  failing: Response | "silent" | null;
}

const problem = (code: string, status: number) => new Response(JSON.stringify({ code, detail: code }), { status });

function serve(): Server {
  const server: Server = { tickets: new Map(), failing: null };
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    if (server.failing === "silent") throw new TypeError("no network");
    if (server.failing) return server.failing.clone();
    const asked = body === undefined ? {} : (JSON.parse(body) as { id: string; deviceId: string; content: object });
    const takenBy = new URLSearchParams(path.split("?")[1]).get("takenBy");
    if (method === "GET") return new Response(JSON.stringify({ items: [...server.tickets].filter(([, { status, deviceId }]) => (takenBy === null ? status === "held" : status === "taken" && deviceId === takenBy)).map(([id]) => ({ id, name: "x", total: "1.00", memberName: "Ana", registerName: null, at: new Date().toISOString() })) }));
    if (!path.endsWith("/take")) {
      server.tickets.set((asked as { id: string }).id, { status: "held", content: (asked as { content: object }).content, deviceId: (asked as { deviceId: string }).deviceId });
      return new Response("{}", { status: 201 });
    }
    const id = path.split("/").at(-2)!;
    const ticket = server.tickets.get(id);
    const { deviceId } = asked as { deviceId: string };
    if (!ticket) return problem("not_found", 404);
    if (ticket.status === "taken" && ticket.deviceId !== deviceId) return problem("ticket_gone", 409);
    server.tickets.set(id, { ...ticket, status: "taken", deviceId });
    return new Response(JSON.stringify({ id, content: ticket.content }));
  });
  return server;
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) });
});
afterEach(() => vi.unstubAllGlobals());

function till(): CounterCore {
  const core = counterOf("ready");
  core.store.setState({ place: "here" });
  core.sharing = createTicketSharing(core);
  return core;
}

async function holdOne(core: CounterCore): Promise<string> {
  submitEntry(core, "A-1", { scanned: false, at: 0 });
  holdTicket(core);
  await core.sharing!.sync();
  return core.store.getState().parked[0]!.ticket.id;
}

it("3.7 a ticket that another till took leaves this one, and nothing else makes it leave", async () => {
  const server = serve();
  const core = till();
  const id = await holdOne(core);
  expect(core.store.getState().parked).toMatchObject([{ shared: true }]);
  server.tickets.get(id)!.status = "taken";
  server.tickets.get(id)!.deviceId = newId();
  for (const failing of [problem("unauthenticated", 401), problem("busy", 503), problem("rate_limited", 429), "silent"] as const) {
    server.failing = failing;
    await core.sharing!.sync();
    expect(core.store.getState().parked.length).toBe(1);
  }
  server.failing = null;
  await core.sharing!.sync();
  expect(core.store.getState()).toMatchObject({ parked: [], notice: { content: { kind: "ticketLeft" } } });
});

it("3.7 a ticket whose answer was lost is asked for again by the same device, and is never nowhere", async () => {
  const server = serve();
  const [here, elsewhere] = [till(), newId()];
  server.tickets.set(elsewhere, { status: "held", content: { ...here.store.getState().ticket, id: elsewhere, lines: [] }, deviceId: newId() });
  await here.sharing!.sync();
  expect(here.store.getState().elsewhere.map(({ id }) => id)).toEqual([elsewhere]);
  server.failing = "silent";
  swapTicket(here, elsewhere);
  await vi.waitFor(() => expect(here.store.getState().notice!.content.kind).toBe("heldOffline"));
  server.failing = null;
  await here.sharing!.sync();
  expect(here.store.getState()).toMatchObject({ parked: [{ ticket: { id: elsewhere } }], elsewhere: [] });
});

it("3.7 a ticket that was taken by a till which was killed before it could write that down comes back when the till does, once", async () => {
  const server = serve();
  const before = till();
  await before.sharing!.sync();
  const deviceId = localStorage.getItem("counter.device.shop")!;
  const id = newId();
  server.tickets.set(id, { status: "taken", content: { ...before.store.getState().ticket, id, lines: [] }, deviceId });
  const after = till();
  await after.sharing!.sync();
  expect(after.store.getState()).toMatchObject({ parked: [{ ticket: { id } }], notice: { content: { kind: "ticketCame" } } });
  // Drawn once, it is this till's to do with as it likes.
  server.tickets.set(id, { ...server.tickets.get(id)!, status: "taken" });
  const later = till();
  await later.sharing!.sync();
  expect(later.store.getState().parked).toEqual([]);
});

it("3.11 without network an own ticket comes back at once, and the server hears of it when the network does", async () => {
  const server = serve();
  const core = till();
  const id = await holdOne(core);
  server.failing = "silent";
  swapTicket(core, id);
  await vi.waitFor(() => expect(core.store.getState().ticket.id).toBe(id));
  expect(server.tickets.get(id)!.status).toBe("held");
  server.failing = null;
  await core.sharing!.sync();
  expect(server.tickets.get(id)!.status).toBe("taken");
  expect(core.store.getState().parked).toEqual([]);
});
