/** A success as JSON; 204 has no body. Nothing of a shop is for a cache. */
export function answer(status: number, value: unknown): Response {
  const headers = { "cache-control": "private, no-store" };
  if (status === 204) return new Response(null, { status, headers });
  const text = JSON.stringify(value);
  // Of known length, an answer needs no chunks and no closing one: a write less.
  return new Response(text, { status, headers: { ...headers, "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) } });
}
