/** Where a page of a list ended: the sort keys of its last row, the id last. Opaque to callers. */
export type PageKey = readonly (string | number)[];

export function writeCursor(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Null when the text is no cursor of ours with `size` keys. */
export function readCursor(cursor: string, size: number): PageKey | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const sound = Array.isArray(key) && key.length === size && key.every((part) => typeof part === "number" || (typeof part === "string" && !part.includes("\0")));
    return sound ? (key as PageKey) : null;
  } catch {
    return null;
  }
}
