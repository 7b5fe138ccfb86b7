import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { readPulse } from "@/modules/catalogue/queries/read-pulse.ts";
import { onWatchEnd, watchShop } from "@/modules/catalogue/watch-shop.ts";
import { readHeldPulse } from "@/modules/sales/queries/list-held-tickets.ts";

/** Shorter than what proxies cut off as idle. */
const BEAT_MS = 15_000;
/** Then the till asks anew, and whoever lost their place at it meanwhile is told so. */
const LONGEST_MS = 5 * 60_000;

/** Two digests with a space between: of the catalogue, and of the tickets that stand aside. */
async function readBoth(db: Context["db"]): Promise<string> {
  return (await Promise.all([readPulse(db), readHeldPulse(db)])).join(" ");
}

/** Says when the catalogue, a price, a stock or a held ticket of the shop changed, wherever it did: server-sent events (WHATWG HTML §9.2) with digests and nothing else. */
export const GET = endpoint({
  summary: "Changes of the catalogue and of held tickets as they happen",
  permission: "sale.register",
  answer: z.null(),
  answerType: "text/event-stream",
  run: async (ctx) =>
    accept(
      new Response(pulsesOf(ctx), {
        // no-transform and X-Accel-Buffering: neither compression nor a proxy may keep an event back until there are more.
        headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" },
      }) as never,
    ),
});

function pulsesOf(ctx: Context): ReadableStream<Uint8Array> {
  let stop: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const end = (): void => {
        stop();
        controller.close();
      };
      const beat = setInterval(() => send(":\n\n"), BEAT_MS);
      const limit = setTimeout(end, LONGEST_MS);
      const unwatch = watchShop(ctx, readBoth, (pulse) => send(`data: ${pulse}\n\n`));
      const stay = onWatchEnd(end);
      stop = () => {
        clearInterval(beat);
        clearTimeout(limit);
        unwatch();
        stay();
      };
    },
    cancel: () => stop(),
  });
}
