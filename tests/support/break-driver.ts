import pg from "pg";
import { vi } from "vitest";

/**
 * What happens to one statement on its way through pg, below every layer of ours.
 * refused: PostgreSQL fails it (something that fails is sent in its place). lost: the connection breaks before it is sent.
 * unheard: it is carried out, and the connection breaks before the answer is read.
 */
export type Fault = "refused" | "lost" | "unheard";

export const FAULTS: readonly Fault[] = ["refused", "lost", "unheard"];

/** FAULTS=all breaks every statement of every deed in every way; the suite takes samples. */
export const BREAKS_ALL = process.env["FAULTS"] === "all";

/**
 * Which of a deed's statements (1 is the first) are broken in this way. In the suite each meets one of the three faults and the commit all
 * of them.
 */
export function placesToBreak(statements: readonly string[], fault: Fault): number[] {
  const turn = FAULTS.indexOf(fault);
  return statements.flatMap((text, i) => (BREAKS_ALL || text === "COMMIT" || i % FAULTS.length === turn ? [i + 1] : []));
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Callback = (error: Error | null, result?: unknown) => void;

interface Wire {
  connection: { stream: { destroy: () => void } };
}

/** Breaks the `at`-th statement that this process sends while `work` runs (0: none); answers the texts of all that were sent. */
export async function breakDriver(fault: Fault, at: number, work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  // pg declares query as overloads; all of them come down to a statement, perhaps values, perhaps a callback.
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const spy = vi.spyOn(prototype, "query").mockImplementation(function (this: pg.Client, ...args) {
    const [statement] = args;
    texts.push(typeof statement === "string" ? statement : ((statement as { text?: string }).text ?? ""));
    return texts.length === at ? breakOne(this, original, fault, args) : original.apply(this, args);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
    // The pool hears of a broken connection in a later turn; until then it would hand it to the next in line.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return texts;
}

function breakOne(client: pg.Client, original: Query, fault: Fault, args: unknown[]): unknown {
  const callback = args.find((argument): argument is Callback => typeof argument === "function");
  const cut = () => (client as unknown as Wire).connection.stream.destroy();
  if (fault === "refused") return original.apply(client, callback ? ["SELECT 1/0", callback] : ["SELECT 1/0"]);
  if (fault === "lost") {
    cut();
    return original.apply(client, args);
  }
  const lost = new Error("Connection terminated unexpectedly");
  if (callback) {
    const unheard: Callback = () => (cut(), callback(lost));
    return original.apply(client, args.map((argument) => (argument === callback ? unheard : argument)));
  }
  return (original.apply(client, args) as Promise<unknown>).then(() => {
    cut();
    throw lost;
  });
}
