const ESCAPED = /\\u(?:0000|d[89a-f])/i;

/** JSON for a jsonb column: PostgreSQL refuses NUL and halves of surrogate pairs, which files do hold. They are left out. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!ESCAPED.test(text)) return text;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed().replaceAll("\0", "") : part));
}
