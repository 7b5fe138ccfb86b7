import type { PoolClient, QueryConfig, QueryResult } from "pg";

export type Send = (statement: string | QueryConfig) => Promise<QueryResult>;

interface Piped {
  pipeline?: boolean;
  connection: { stream: { cork(): void; uncork(): void } };
}

/**
 * Statements of one connection in the order in which they are given, none of them awaited by the caller: those of one turn leave in one
 * write where pg pipelines, otherwise each after the answer to the one before (pg warns of queueing, and will drop it).
 */
export function orderedSender(client: PoolClient): Send {
  const { pipeline, connection } = client as unknown as Piped;
  return pipeline ? pipedSender(client, connection.stream) : queuedSender(client);
}

/** A system call and a wake-up of the server per statement cost more than most statements: the stream is held until the turn ends. */
function pipedSender(client: PoolClient, stream: Piped["connection"]["stream"]): Send {
  let held = false;
  const letGo = () => {
    held = false;
    stream.uncork();
  };
  return (statement) => {
    if (!held) {
      held = true;
      stream.cork();
      process.nextTick(letGo);
    }
    return client.query(statement as QueryConfig);
  };
}

function queuedSender(client: PoolClient): Send {
  let last: Promise<unknown> = Promise.resolve();
  return (statement) => {
    const sent = last.then(() => client.query(statement as QueryConfig));
    last = sent.catch(() => undefined);
    return sent;
  };
}
