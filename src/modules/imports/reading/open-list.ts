import { Worker } from "node:worker_threads";
import { accept, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { Thread, ThreadLimitError } from "@/platform/threads/thread.ts";
import type { PlanOptions } from "../rules/plan-import.ts";
import type { ReadLine } from "../rules/read-line.ts";
import { freePlace, takePlace } from "./list-places.ts";
import type { ListPlan, ListThread, PlannedList } from "./list-thread.ts";
import type { ImportSource } from "./read-source.ts";

/** A list of 150,000 rows in 20 columns was read with half of it, slowly. */
const MEMORY_MB = 512;
/** Reading 149,000 rows of 20 columns took 13 seconds on a busy machine. */
const LONGEST_MS = 180_000;

/** A list that lies in its thread until `close`, which whoever opened it owes. */
export class OpenList {
  readonly #thread: Thread<ListThread>;
  /** SHA-256 of the file. */
  hash = "";
  #closed = false;

  constructor(memoryMb: number) {
    const worker = new Worker(new URL("./list-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    this.#thread = new Thread<ListThread>(worker, LONGEST_MS);
  }

  async open(source: ImportSource): Promise<Result<null>> {
    const opened = await this.#thread.ask("open", source);
    if (!opened.ok) return opened;
    this.hash = opened.value;
    return accept(null);
  }

  async plan(options: PlanOptions): Promise<PlannedList> {
    return this.#thread.ask("plan", options);
  }

  async read(plan: ListPlan, from: number, count: number, section: string | null): Promise<{ lines: ReadLine[]; section: string | null }> {
    return this.#thread.ask("read", plan, from, count, section);
  }

  /** Repeatable. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#thread.close();
    freePlace(this);
  }
}

/**
 * Reads a source in a thread of its own, where it is planned and read row by row as well. Never inside a transaction: a large file takes
 * seconds, and may have to wait for others. Refuses as readSpreadsheet does; file_too_large also what needs too much memory or time.
 */
export async function openList(source: ImportSource, memoryMb = MEMORY_MB): Promise<Result<OpenList>> {
  await takePlace();
  const list = new OpenList(memoryMb);
  const opened = await list.open(source).catch((error: unknown): Refusal => {
    if (error instanceof ThreadLimitError) return refuse("file_too_large");
    list.close();
    throw error;
  });
  if (opened.ok) return accept(list);
  list.close();
  return opened;
}
