import type { PoolClient, QueryConfig, QueryResult } from "pg";

export type Send = (statement: string | QueryConfig) => Promise<QueryResult>;

type Piped = PoolClient & { pipeline?: boolean };

/**
 * Statements of one connection in the order in which they are given, none of them awaited by the caller: written at once where pg
 * pipelines, otherwise each after the answer to the one before (pg warns of queueing, and will drop it).
 */
export function orderedSender(client: PoolClient): Send {
  if ((client as Piped).pipeline) return (statement) => client.query(statement as QueryConfig);
  let last: Promise<unknown> = Promise.resolve();
  return (statement) => {
    const sent = last.then(() => client.query(statement as QueryConfig));
    last = sent.catch(() => undefined);
    return sent;
  };
}
