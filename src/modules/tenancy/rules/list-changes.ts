export interface FieldChange {
  field: string;
  /** Undefined where there was nothing. */
  before: string | undefined;
  after: string | undefined;
}

/** What an audit detail says in lines: fields that differ between `before` and `after`, then what else it tells. */
export function listChanges(detail: Readonly<Record<string, unknown>>): FieldChange[] {
  const { before, after, ...facts } = detail;
  const [old, now] = [partsOf(before), partsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changed = fields.filter((field) => old[field] !== now[field]).map((field) => ({ field, before: old[field], after: now[field] }));
  const told = Object.entries(partsOf(facts)).map(([field, value]) => ({ field, before: undefined, after: value }));
  return [...changed, ...told];
}

/** Nothing, an empty list and an empty group tell nothing. */
function isTelling(part: unknown): boolean {
  return part !== null && part !== undefined && !(typeof part === "object" && Object.keys(part).length === 0);
}

function partsOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, part]) => isTelling(part)).map(([name, part]) => [name, typeof part === "string" ? part : JSON.stringify(part)]));
}
