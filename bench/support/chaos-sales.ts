import { randomInt } from "node:crypto";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/kernel/id.ts";
import type { BenchShop } from "./bench-shops.ts";
import { post } from "./http-clients.ts";
import { benchProductId } from "./pgbench-script.ts";

/** A sale that the server said it made. */
export interface Acknowledged {
  tenantId: string;
  id: string;
  number: number;
  total: string;
  /** Milliseconds since the run's beginning: when the request that was answered left, and when its answer came. */
  sentAt: number;
  heardAt: number;
}

export interface ChaosSales {
  acknowledged: Acknowledged[];
  /** Refused in words, because the shelf was empty. */
  short: number;
  /** Answers that a client must never get, and sales that no attempt brought to an answer. */
  wrong: string[];
}

/** Product 1 of each shop is nearly gone: it goes into each fifth ticket until the shelf is empty. */
const SCARCE = 1;
/** Milliseconds that a client waits for an answer, between two attempts, and for a clear answer to one sale at all. */
const PATIENCE = 8_000;
const PAUSE = 100;
const ENOUGH = 90_000;

/**
 * Clients that sell without a pause for so many seconds, as counters do: each sale has an id of its own and is sent again, unchanged, until
 * the server answers clearly. What falls (a refused connection, a 5xx, silence) is no answer.
 */
export async function sellThroughChaos(url: string, shops: readonly BenchShop[], products: number, { clients, seconds }: { clients: number; seconds: number }): Promise<ChaosSales> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const sales: ChaosSales = { acknowledged: [], short: 0, wrong: [] };
  const begun = performance.now();
  const since = () => performance.now() - begun;
  const client = async () => {
    while (since() < seconds * 1_000) {
      const { token, tenantId } = shops[randomInt(shops.length)]!;
      const id = newId();
      const call = { path: "/api/v1/ops/sales", token, body: JSON.stringify(ticket(id, products)) };
      const from = since();
      for (let isOpen = true; isOpen;) {
        const sentAt = since();
        const { status, text } = await post(agent, url, call, PATIENCE);
        const answer = status > 0 && status < 500 ? (JSON.parse(text) as { number: number; total: string; code?: string }) : null;
        isOpen = false;
        if (answer && (status === 200 || status === 201)) sales.acknowledged.push({ tenantId, id, number: answer.number, total: answer.total, sentAt, heardAt: since() });
        else if (answer?.code === "stock_short") sales.short += 1;
        else if (answer) sales.wrong.push(`${status} ${text.slice(0, 200)}`);
        else if (sentAt - from > ENOUGH) sales.wrong.push(`no answer for ${Math.round((sentAt - from) / 1_000)} s: ${status} ${text.slice(0, 200)}`);
        else isOpen = await sleep(PAUSE, true);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return sales;
}

/** Three lines of different products, paid in cash. */
function ticket(id: string, products: number): object {
  const third = Math.floor((products - SCARCE) / 3);
  const lines = [0, 1, 2].map((n) => ({ productId: benchProductId(SCARCE + n * third + randomInt(1, third + 1)), quantity: String(1 + n) }));
  if (randomInt(5) === 0) lines[0] = { productId: benchProductId(SCARCE), quantity: "1" };
  return { id, lines, payments: [{ method: "cash", amount: "1000" }] };
}
