/** Where a page of products ended: the folded text that lists are ordered by, and the id that breaks ties. */
export interface ProductCursor {
  text: string;
  id: string;
}

export function writeCursor(cursor: ProductCursor): string {
  return Buffer.from(JSON.stringify([cursor.text, cursor.id])).toString("base64url");
}

/** Null for anything that is not one of our cursors: the list then begins at its beginning. */
export function readCursor(given: string | undefined): ProductCursor | null {
  if (!given) return null;
  try {
    const [text, id] = JSON.parse(Buffer.from(given, "base64url").toString("utf8")) as unknown[];
    return typeof text === "string" && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) ? { text, id } : null;
  } catch {
    return null;
  }
}
