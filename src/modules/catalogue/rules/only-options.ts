import type { CustomField } from "./custom-fields.ts";

/** What a list can be narrowed to beyond its category: a tag, or a value of a field that has few. */
export function onlyOptions(tags: readonly string[], fields: readonly CustomField[], words: { yes: string; no: string; tag: string }): { value: string; label: string }[] {
  const valuesOf = ({ kind, options }: CustomField): [string, string][] => (kind === "choice" ? options.map((one) => [one, one]) : kind === "yes_no" ? [["true", words.yes], ["false", words.no]] : []);
  return [
    ...tags.map((tag) => ({ value: `tag:${tag}`, label: `${words.tag}: ${tag}` })),
    ...fields.flatMap((field) => valuesOf(field).map(([value, label]) => ({ value: `field:${field.id}:${value}`, label: `${field.name}: ${label}` }))),
  ];
}
