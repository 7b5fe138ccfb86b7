import type { Decimal } from "@/kernel/decimal.ts";
import { isUuid } from "@/kernel/id.ts";
import type { TextStore } from "./draft-storage.ts";

/** Body of POST /api/v1/ops/lost-demand. */
export interface LostDemand {
  id: string;
  productId?: string;
  words?: string;
  quantity: Decimal;
}

export interface LostQueue {
  add: (demand: LostDemand) => void;
  flush: () => Promise<void>;
}

const AGAIN_MS = 15_000;
const TIMEOUT_MS = 15_000;
/** More than a day of it without network: then the oldest goes. */
const MOST = 500;

/** What was asked for and not there, kept on this device until the server has it. Nothing waits for it. */
export function createLostQueue({ load, save }: TextStore, { shopSlug, memberId }: { shopSlug: string; memberId: string }): LostQueue {
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    if (running) return;
    running = true;
    clearTimeout(timer);
    try {
      for (let [next] = read(load()); next; [next] = read(load())) {
        if (!(await send(next))) return void (timer = setTimeout(() => void flush(), AGAIN_MS));
        save(JSON.stringify(read(load()).filter(({ id }) => id !== next!.id)));
      }
    } finally {
      running = false;
    }
  }

  /** True when it needs no further attempt: written down, or clearly refused. */
  async function send(demand: LostDemand): Promise<boolean> {
    try {
      const headers = { "content-type": "application/json", "x-tenant-slug": shopSlug, "x-member-id": memberId, "idempotency-key": demand.id };
      const { status } = await fetch("/api/v1/ops/lost-demand", { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(demand), signal: AbortSignal.timeout(TIMEOUT_MS) });
      return status < 300 || [400, 404, 409, 422].includes(status);
    } catch {
      return false;
    }
  }

  return {
    add(demand) {
      save(JSON.stringify([...read(load()), demand].slice(-MOST)));
      void flush();
    },
    flush,
  };
}

function read(text: string | null): LostDemand[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.filter((each: Partial<LostDemand> | null) => isUuid(each?.id) && typeof each?.quantity === "string") : [];
  } catch {
    return [];
  }
}
