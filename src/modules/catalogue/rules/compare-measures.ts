/**
 * The order in which people expect measures: 1/2" before 3/4" before 1 1/2", 6 mm before 10 mm before 1 m, S before M before L, and words by
 * the alphabet. Numbers here only compare; no amount is computed with them.
 */
export function sortMeasures(values: readonly string[]): string[] {
  const unit = commonUnit(values);
  return [...values].sort((a, b) => compareParts(partsOf(a, unit), partsOf(b, unit)) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Sorts things by several measures, the first attribute first. */
export function sortByMeasures<T>(things: readonly T[], valuesOf: (thing: T) => readonly string[]): T[] {
  const width = Math.max(0, ...things.map((thing) => valuesOf(thing).length));
  const ranks = Array.from({ length: width }, (_, i) => new Map(sortMeasures([...new Set(things.map((thing) => valuesOf(thing)[i] ?? ""))]).map((value, rank) => [value, rank])));
  const rankOf = (thing: T, i: number): number => ranks[i]!.get(valuesOf(thing)[i] ?? "")!;
  return things.toSorted((a, b) => ranks.reduce((order, _, i) => order || rankOf(a, i) - rankOf(b, i), 0));
}

type Part = { kind: "size"; at: number } | { kind: "number"; dimension: string; value: number } | { kind: "word"; text: string };

const SIZES = ["xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl", "xxxxxl"];

/** Each in the smallest unit of its dimension. */
const UNITS: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  mm: ["length", 1], cm: ["length", 10], m: ["length", 1_000], mt: ["length", 1_000], mts: ["length", 1_000], km: ["length", 1_000_000],
  "\"": ["length", 25.4], "''": ["length", 25.4], "”": ["length", 25.4], "″": ["length", 25.4], pulg: ["length", 25.4], pulgada: ["length", 25.4], pulgadas: ["length", 25.4], in: ["length", 25.4],
  "'": ["length", 304.8], "′": ["length", 304.8], ft: ["length", 304.8],
  mg: ["weight", 1], g: ["weight", 1_000], gr: ["weight", 1_000], grs: ["weight", 1_000], kg: ["weight", 1_000_000], kgs: ["weight", 1_000_000], tn: ["weight", 1_000_000_000],
  ml: ["volume", 1], cc: ["volume", 1], cm3: ["volume", 1], l: ["volume", 1_000], lt: ["volume", 1_000], lts: ["volume", 1_000], litro: ["volume", 1_000], litros: ["volume", 1_000],
  w: ["power", 1], kw: ["power", 1_000], hp: ["power", 745.7], v: ["tension", 1], a: ["current", 1], ma: ["current", 0.001],
};

const NUMBER = /(?:(\d+)[\s.-]+)?(\d+)\/(\d+)|\d+(?:[.,]\d+)?/y;
const UNIT = /\s*("|''|”|″|'|′|[a-z]+3?)(?![a-z0-9])/y;

function partsOf(raw: string, usual: string | null): Part[] {
  const text = raw.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
  const size = sizeOf(text);
  if (size !== null) return [{ kind: "size", at: size }];
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    NUMBER.lastIndex = at;
    const figure = NUMBER.exec(text);
    if (!figure) {
      const word = /^(?:\D+?(?=\d)|\D+)/.exec(text.slice(at))![0];
      const clean = word.replace(/[^a-z]+/g, " ").trim();
      if (clean !== "") parts.push({ kind: "word", text: clean });
      at += word.length;
      continue;
    }
    at = NUMBER.lastIndex;
    UNIT.lastIndex = at;
    const unit = UNIT.exec(text);
    const known = unit && Object.hasOwn(UNITS, unit[1]!) ? unit[1]! : null;
    if (known !== null) at = UNIT.lastIndex;
    const [dimension, factor] = UNITS[known ?? usual ?? ""] ?? ["", 1];
    parts.push({ kind: "number", dimension, value: valueOf(figure) * factor });
  }
  return parts;
}

function valueOf([whole, units, over, under]: RegExpExecArray): number {
  return over === undefined ? Number(whole!.replace(",", ".")) : Number(units ?? 0) + Number(over) / Math.max(1, Number(under));
}

/** "XL", "2XL", "XXL". */
function sizeOf(text: string): number | null {
  const many = /^(\d)x([sl])$/.exec(text);
  const at = SIZES.indexOf(many ? "x".repeat(Number(many[1])) + many[2] : text);
  return at === -1 ? null : at;
}

/** The unit that some values say and no other contradicts: "1/2", "3/4", 1" are all inches. */
function commonUnit(values: readonly string[]): string | null {
  const said = values.flatMap((value) => {
    const found = /\d\s*("|''|”|″|'|′|[a-z]+3?)\s*$/i.exec(value)?.[1]?.toLowerCase();
    return found !== undefined && Object.hasOwn(UNITS, found) ? [found] : [];
  });
  return new Set(said).size === 1 ? said[0]! : null;
}

const KINDS = { size: 0, number: 1, word: 2 } as const;

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = comparePart(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function comparePart(a: Part, b: Part): number {
  if (a.kind === "size" && b.kind === "size") return a.at - b.at;
  if (a.kind === "number" && b.kind === "number") return byText(a.dimension, b.dimension) || a.value - b.value;
  if (a.kind === "word" && b.kind === "word") return byText(a.text, b.text);
  return KINDS[a.kind] - KINDS[b.kind];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
