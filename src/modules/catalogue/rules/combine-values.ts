import { sortByMeasures } from "./compare-measures.ts";

/** What somebody typed as the values of an attribute: one a line, or between semicolons; a comma with a space behind it separates too ("2,5 mm" is one). */
export function readValues(text: string): string[] {
  const values = text.split(/[;\n]|,\s+/).map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean);
  return values.filter((value, i) => values.findIndex((other) => other.toLowerCase() === value.toLowerCase()) === i);
}

/** Every combination of the values of each attribute, in the order of their measures; none while an attribute has no value. At most `most`. */
export function combineValues(lists: readonly (readonly string[])[], most: number): string[][] {
  if (lists.length === 0 || lists.reduce((count, list) => count * list.length, 1) > most) return [];
  const combined = lists.reduce<string[][]>((heads, list) => heads.flatMap((head) => list.map((value) => [...head, value])), [[]]);
  return sortByMeasures(combined, (values) => values);
}
