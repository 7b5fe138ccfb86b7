import { createHash } from "node:crypto";
import pg, { type QueryConfig } from "pg";

/** A statement with its values apart from its text; the only form in which SQL leaves a room. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Stable name of the text, so that PostgreSQL plans it once per connection; empty: planned each time. */
  readonly name: string;
}

const names = new WeakMap<TemplateStringsArray, { text: string; name: string }>();

/** What would end the transaction under its guard or speak for another tenant. Looked at once per statement of the program. */
const OF_THE_WALLS = /^\s*(begin|start|commit|end|rollback|abort|savepoint|release|prepare|set|reset|discard|do|call|copy|lock|listen|truncate)\b|\bset_config\b|\bapp\.tenant_id\b/i;

/** Tagged template: every `${value}` becomes a parameter. Text is never joined from strings. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  let known = names.get(strings);
  if (!known) {
    const text = strings.reduce((left, right, i) => `${left}$${i}${right}`);
    if (OF_THE_WALLS.test(text)) throw new Error(`Transactions, settings and roles are the tenant client's business: ${text.trim().slice(0, 60)}`);
    known = { text, name: createHash("sha1").update(text).digest("hex").slice(0, 16) };
    names.set(strings, known);
  }
  return { ...known, values };
}

/** The same, planned anew at each execution: for a statement whose right plan depends on how large the tenant is that asks. */
export function planAnew(statement: Sql): Sql {
  return { ...statement, name: "" };
}

const DATE = 1082;
const types = {
  // A calendar day has no zone: pg would make it midnight of the server's.
  getTypeParser: ((oid: number, format: "text") => (oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format))) as typeof pg.types.getTypeParser,
};

/** The statement as pg takes it. Unnamed where a pooler of the old kind stands between (DB_PREPARE=0). */
export function toQuery(statement: Sql, prepare: boolean): QueryConfig {
  return { text: statement.text, values: [...statement.values], types, ...(prepare && statement.name !== "" ? { name: statement.name } : {}) };
}
