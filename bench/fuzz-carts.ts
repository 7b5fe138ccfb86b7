// npm run fuzz:carts [carts] [seed]: what the browser shows, what the server charges and what an oracle of whole cents says, on random carts, in
// batches of ten thousand with a seed each, on all processors. A batch is made again by its number of carts and its own seed.
import { availableParallelism, loadavg } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { checkTicket } from "../tests/support/random-cart.ts";
import { seededRandom } from "../tests/support/seeded-draw.ts";

const BATCH = 10_000;
const SEEDS = 4_294_967_296;

interface Batch {
  seed: number;
  carts: number;
}

interface Judged extends Batch {
  /** The first cart whose sums differ, and how; null: none does. */
  difference: string | null;
}

function judge({ seed, carts }: Batch): Judged {
  const random = seededRandom(seed);
  for (let cart = 1; cart <= carts; cart += 1) {
    const difference = checkTicket(random);
    if (difference !== null) return { seed, carts, difference: `Cart ${cart} of seed ${seed}:\n${difference}` };
  }
  return { seed, carts, difference: null };
}

async function main(): Promise<void> {
  const carts = Number(process.argv[2] ?? 1_000_000);
  const first = Number(process.argv[3] ?? Date.now() % SEEDS);
  if (!Number.isSafeInteger(carts) || carts < 1 || !Number.isSafeInteger(first)) throw new Error("npm run fuzz:carts [carts] [seed]: two whole numbers");
  const batches = Array.from({ length: Math.ceil(carts / BATCH) }, (_, i): Batch => ({ seed: (first + i) % SEEDS, carts: Math.min(BATCH, carts - i * BATCH) }));
  const processors = Math.min(availableParallelism(), batches.length);
  console.log(`${carts} carts, seeds from ${first} on, ${processors} processors`);
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1_000).toFixed(0)} s`;
  let done = 0;
  const take = (judged: Judged): void => {
    if (judged.difference !== null) {
      console.error(judged.difference);
      process.exit(1);
    }
    const before = Math.floor(done / 100_000);
    done += judged.carts;
    if (Math.floor(done / 100_000) > before) console.log(`${done} carts, ${seconds()}`);
  };
  const waiting = batches.values();
  await Promise.all(Array.from({ length: processors }, () => work(waiting, take)));
  console.log(`${carts} carts of seeds ${first} to ${batches.at(-1)!.seed}, one of four an exchange: browser total = server total = oracle's, lines, VAT, change and credit too. ${seconds()}, load ${loadavg()[0]!.toFixed(1)}.`);
}

/** One thread works on a batch after the other until there is none. */
function work(waiting: Iterator<Batch>, take: (judged: Judged) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url));
    const next = (): void => {
      const { done, value } = waiting.next();
      if (done) void thread.terminate().then(() => resolve());
      else thread.postMessage(value);
    };
    thread.on("message", (judged: Judged) => {
      take(judged);
      next();
    });
    thread.on("error", reject);
    next();
  });
}

if (isMainThread) await main();
else parentPort!.on("message", (batch: Batch) => parentPort!.postMessage(judge(batch)));
