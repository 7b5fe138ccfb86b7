import { isUuid } from "@/kernel/id.ts";

export interface FieldChange {
  field: string;
  /** Undefined where there was nothing, and where it is an id, which tells a person nothing. */
  before: string | undefined;
  after: string | undefined;
}

/** What every record or file has and no person asks about. */
export const BOOKKEEPING: ReadonlySet<string> = new Set(["id", "version", "createdAt", "updatedAt", "fileHash", "bytes"]);

/** What a name or a value within a group is called; as it is kept, unless told otherwise. */
export interface DetailWords {
  field: (name: string) => string;
  /** `field`: the name it is kept under; empty within a list of texts. */
  value: (text: string, field: string) => string;
}

const AS_KEPT: DetailWords = { field: (name) => name, value: (text) => text };

/** What an audit detail says in lines: fields that differ between `before` and `after`, then what else it tells. */
export function listChanges(detail: Readonly<Record<string, unknown>>, words = AS_KEPT): FieldChange[] {
  const { before, after, ...facts } = detail;
  const [old, now] = [partsOf(before, words), partsOf(after, words)];
  // A command may note as `after` only what it was asked to change; what it does not name has stayed.
  const fields = isGroup(before) && isGroup(after) ? Object.keys(after) : [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changed = fields.filter((field) => old[field] !== now[field]).map((field) => ({ field, before: old[field], after: now[field] }));
  const told = Object.entries(partsOf(facts, words)).filter(([, value]) => !isUuid(value) && value !== "").map(([field, value]) => ({ field, before: undefined, after: value }));
  return [...changed, ...told].filter(({ field }) => !BOOKKEEPING.has(field)).map(withoutIds);
}

function withoutIds({ field, before, after }: FieldChange): FieldChange {
  return { field, before: isUuid(before) ? undefined : before, after: isUuid(after) ? undefined : after };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing, an empty text, an empty list and an empty group tell nothing. */
function isTelling(part: unknown): boolean {
  return part !== null && part !== undefined && part !== "" && !(typeof part === "object" && Object.keys(part).length === 0);
}

function partsOf(value: unknown, words: DetailWords): Record<string, string> {
  if (!isGroup(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, part]) => isTelling(part)).map(([name, part]) => [name, plainText(part, words, name)]));
}

/** Lists and groups as a person would write them down: "product.*, sale.*" and "from 10, percent 5". The `value` of a group is of that group's own kind, and so of no name. */
function plainText(part: unknown, words: DetailWords, field = ""): string {
  if (Array.isArray(part)) return part.filter(isTelling).map((one) => plainText(one, words)).join(part.some(isGroup) ? "; " : ", ");
  if (isGroup(part)) return Object.entries(part).filter(([, value]) => isTelling(value) && !isUuid(value)).map(([name, value]) => `${words.field(name)} ${plainText(value, words, name === "value" ? "" : name)}`).join(", ");
  return typeof part === "string" ? words.value(part, field) : String(part);
}
