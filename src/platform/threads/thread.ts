import type { Worker } from "node:worker_threads";
import type { Answer, Handlers, Question } from "./serve-thread.ts";

/** The thread needed more memory or time than it was given, and was ended. */
export class ThreadLimitError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`A thread needed more ${what} than it was given`, options);
    this.name = "ThreadLimitError";
  }
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  clock: NodeJS.Timeout;
}

/**
 * A thread that answers questions (`serveThread` is its other end). Work that takes long goes there, so that this process's own thread
 * stays free for everybody else. The worker is made by the caller, where the bundler sees which file it runs.
 */
export class Thread<T extends Handlers> {
  readonly #worker: Worker;
  readonly #answerMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: unknown = null;

  /** `answerMs`: the longest that one answer may take. */
  constructor(worker: Worker, answerMs: number) {
    this.#worker = worker;
    this.#answerMs = answerMs;
    worker.on("message", (answer: Answer) => this.#settle(answer));
    worker.on("error", (error: NodeJS.ErrnoException) => this.#end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new ThreadLimitError("memory", { cause: error }) : error));
    worker.on("exit", (code) => this.#end(new Error(`A thread ended with ${code}`)));
    worker.unref();
  }

  /** Throws what the handler threw, and ThreadLimitError. Values travel as copies: small ones, or the copying itself takes long. */
  async ask<Name extends keyof T & string>(name: Name, ...args: Parameters<T[Name]>): Promise<Awaited<ReturnType<T[Name]>>> {
    if (this.#ended !== null) throw this.#ended;
    const number = (this.#asked += 1);
    return new Promise<Awaited<ReturnType<T[Name]>>>((resolve, reject) => {
      const clock = setTimeout(() => this.#end(new ThreadLimitError("time")), this.#answerMs);
      this.#waiting.set(number, { resolve, reject, clock });
      // A process may end beside a thread that nobody waits for.
      this.#worker.ref();
      this.#worker.postMessage({ number, name, args } satisfies Question);
    });
  }

  close(): void {
    this.#end(new Error("The thread was closed"));
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    if (waiting === undefined) return;
    clearTimeout(waiting.clock);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ("defect" in answer) waiting.reject(answer.defect);
    else waiting.resolve(answer.value as never);
  }

  #end(reason: unknown): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    for (const { reject, clock } of this.#waiting.values()) {
      clearTimeout(clock);
      reject(reason);
    }
    this.#waiting.clear();
    this.#worker.unref();
    void this.#worker.terminate();
  }
}
