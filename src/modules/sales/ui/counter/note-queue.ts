import { isUuid } from "@/kernel/id.ts";
import type { TextStore } from "./draft-storage.ts";

/** Something that the server is told when it can be, and that nothing waits for. */
export interface Note {
  id: string;
}

export interface NoteQueue<T extends Note> {
  add: (note: T) => void;
  flush: () => Promise<void>;
}

interface NoteRoute<T extends Note> {
  path: (note: T) => string;
  body: (note: T) => object;
  /** Whether it may go now; absent: always. */
  isReady?: (note: T) => boolean;
}

const AGAIN_MS = 15_000;
const TIMEOUT_MS = 15_000;
/** More than a day of it without network: then the oldest goes. */
const MOST = 500;

/** Notes kept on this device until the server has them, one after the other. */
export function createNoteQueue<T extends Note>({ load, save }: TextStore, { shopSlug, memberId }: { shopSlug: string; memberId: string }, { path, body, isReady = () => true }: NoteRoute<T>): NoteQueue<T> {
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    if (running) return;
    running = true;
    clearTimeout(timer);
    try {
      for (let [next] = read(); next; [next] = read()) {
        if (!isReady(next) || !(await send(next))) return void (timer = setTimeout(() => void flush(), AGAIN_MS));
        save(JSON.stringify(read().filter(({ id }) => id !== next!.id)));
      }
    } finally {
      running = false;
    }
  }

  /** True when it needs no further attempt: written down, or clearly refused. */
  async function send(note: T): Promise<boolean> {
    try {
      const headers = { "content-type": "application/json", "x-tenant-slug": shopSlug, "x-member-id": memberId, "idempotency-key": note.id };
      const { status } = await fetch(path(note), { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(body(note)), signal: AbortSignal.timeout(TIMEOUT_MS) });
      return status < 300 || [400, 404, 409, 422].includes(status);
    } catch {
      return false;
    }
  }

  function read(): T[] {
    try {
      const stored: unknown = JSON.parse(load() ?? "[]");
      return Array.isArray(stored) ? stored.filter((each: Partial<T> | null) => isUuid(each?.id)) : [];
    } catch {
      return [];
    }
  }

  return {
    add(note) {
      save(JSON.stringify([...read(), note].slice(-MOST)));
      void flush();
    },
    flush,
  };
}
