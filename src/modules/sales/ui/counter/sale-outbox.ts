import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { SaleRequest } from "../../rules/sale-request.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { readTicket } from "../../rules/read-ticket.ts";
import type { SaleProblem, SendResult } from "./send-sale.ts";

/** A sale that was charged here and that the server has not confirmed yet. */
export interface PendingSale {
  request: SaleRequest;
  /** As it was, to bring it back if the server refuses. */
  ticket: Ticket;
  total: Decimal;
  attempts: number;
}

export interface OutboxPorts {
  /** Where pending sales outlive the page; a failing store must not stop a sale. */
  load: () => string | null;
  save: (text: string) => void;
  send: (request: SaleRequest) => Promise<SendResult>;
  /** Calls back later; answers how to call it off. */
  wait: (run: () => void, ms: number) => () => void;
  onChange: (pending: readonly PendingSale[], blocked: string | null) => void;
  onAccepted: (sale: PendingSale, answer: { number: string; change: Decimal | null; creditCode: string | null }) => void;
  /** Must keep the ticket somewhere safe before it returns. */
  onRefused: (sale: PendingSale, problem: SaleProblem) => void;
}

export interface Outbox {
  add: (sale: Omit<PendingSale, "attempts">) => void;
  /** Tries what waits, now: the network came back, the window got the focus, the till started. */
  flush: () => Promise<void>;
  pending: () => readonly PendingSale[];
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** The queue between the counter and the server: in order, one at a time, each until it is answered clearly. */
export function createOutbox(ports: OutboxPorts): Outbox {
  let queue: PendingSale[] = readQueue(ports.load());
  let running = false;
  let callOff: (() => void) | null = null;

  function keep(next: PendingSale[], blocked: string | null = null): void {
    queue = next;
    ports.save(JSON.stringify(next));
    ports.onChange(next, blocked);
  }

  /** Answers how long to wait before going on, or null when there is nothing to wait for. */
  async function sendNext(sale: PendingSale): Promise<number | null> {
    const result = await ports.send(sale.request);
    const others = () => queue.filter((each) => each.request.id !== sale.request.id);
    if (result.kind === "accepted") {
      keep(others());
      ports.onAccepted(sale, result);
      return null;
    }
    if (result.kind === "refused") {
      ports.onRefused(sale, result.problem);
      keep(others());
      return null;
    }
    const again = { ...sale, attempts: sale.attempts + 1 };
    const blocked = result.kind === "signIn" ? result.code : null;
    // A sale that reached the server and got no clear answer lets the others pass; without network nobody passes.
    const tail = result.kind === "retry" && result.reached;
    keep(tail ? [...others(), again] : [again, ...others()], blocked);
    const asked = result.kind === "retry" ? result.afterMs : null;
    return asked ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** sale.attempts);
  }

  async function flush(): Promise<void> {
    if (running) return;
    running = true;
    callOff?.();
    callOff = null;
    try {
      let pause: number | null = null;
      while (queue.length > 0 && pause === null) pause = await sendNext(queue[0]!);
      if (pause !== null) callOff = ports.wait(() => void flush(), pause);
    } finally {
      running = false;
    }
  }

  return {
    add(sale) {
      keep([...queue, { ...sale, attempts: 0 }]);
      void flush();
    },
    flush,
    pending: () => queue,
  };
}

function readQueue(text: string | null): PendingSale[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.flatMap((each) => readPending(each) ?? []) : [];
  } catch {
    return [];
  }
}

/** A charged sale goes out with whatever shape its ticket was kept in. */
function readPending(value: unknown): PendingSale | null {
  const sale = value as Partial<PendingSale> | null;
  const ticket = typeof sale === "object" && sale !== null ? readTicket(sale.ticket) : null;
  return ticket !== null && isUuid(sale?.request?.id) && typeof sale?.attempts === "number" ? { ...(sale as PendingSale), ticket } : null;
}
