import { parentPort } from "node:worker_threads";

export type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Question {
  number: number;
  name: string;
  args: readonly unknown[];
}

export type Answer = { number: number; value: unknown } | { number: number; defect: unknown };

/** Answers, inside a thread, what `Thread` asks from outside: one handler per name, in the order of the questions. */
export function serveThread(handlers: Handlers): void {
  const port = parentPort;
  if (port === null) throw new Error("Not in a thread");
  let last = Promise.resolve();
  port.on("message", ({ number, name, args }: Question) => {
    const handle = handlers[name] as (...given: unknown[]) => unknown;
    last = last.then(() => handle(...args)).then(
      (value) => port.postMessage({ number, value } satisfies Answer),
      (defect: unknown) => port.postMessage({ number, defect } satisfies Answer),
    );
  });
}
