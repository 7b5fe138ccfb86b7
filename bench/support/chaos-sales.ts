import { randomInt } from "node:crypto";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/kernel/id.ts";
import type { BenchShop } from "./bench-shops.ts";
import { post, type Call } from "./http-clients.ts";
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
  /** When it began, on the process's clock in milliseconds. */
  begun: number;
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

export const noSales = (): ChaosSales => ({ begun: performance.now(), acknowledged: [], short: 0, wrong: [] });
export const sinceBegun = ({ begun }: ChaosSales): number => performance.now() - begun;

/**
 * So many clients that sell without a pause until it is over, as counters do: each sale has an id of its own and is sent again, unchanged,
 * until the server answers clearly. What falls (a refused connection, a 5xx, silence) is no answer. `sales` grows meanwhile.
 */
export async function sellThroughChaos(url: string, shops: readonly BenchShop[], products: number, clients: number, sales: ChaosSales, isOver: () => boolean): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const client = async () => {
    while (!isOver()) {
      const { token, tenantId } = shops[randomInt(shops.length)]!;
      const id = newId();
      const call = { path: "/api/v1/ops/sales", token, body: JSON.stringify(ticket(id, products)) };
      for (const from = sinceBegun(sales); !(await attempt(agent, url, call, { tenantId, id }, sales, from));) await sleep(PAUSE);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
}

/** One attempt; answers whether the sale needs no other. */
async function attempt(agent: Agent, url: string, call: Call, ids: Pick<Acknowledged, "tenantId" | "id">, sales: ChaosSales, from: number): Promise<boolean> {
  const sentAt = sinceBegun(sales);
  const { status, text } = await post(agent, url, call, PATIENCE);
  if (status === 0 || status >= 500) {
    if (sentAt - from < ENOUGH) return false;
    sales.wrong.push(`no answer for ${Math.round((sentAt - from) / 1_000)} s: ${status} ${text.slice(0, 200)}`);
    return true;
  }
  const answer = JSON.parse(text) as { number: number; total: string; code?: string };
  if (status === 200 || status === 201) sales.acknowledged.push({ ...ids, number: answer.number, total: answer.total, sentAt, heardAt: sinceBegun(sales) });
  else if (answer.code === "stock_short") sales.short += 1;
  else sales.wrong.push(`${status} ${text.slice(0, 200)}`);
  return true;
}

/** Three lines of different products, paid in cash. */
function ticket(id: string, products: number): object {
  const third = Math.floor((products - SCARCE) / 3);
  const lines = [0, 1, 2].map((n) => ({ productId: benchProductId(SCARCE + n * third + randomInt(1, third + 1)), quantity: String(1 + n) }));
  if (randomInt(5) === 0) lines[0] = { productId: benchProductId(SCARCE), quantity: "1" };
  return { id, lines, payments: [{ method: "cash", amount: "1000" }] };
}
