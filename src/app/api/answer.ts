/** A success as JSON; 204 has no body. Nothing of a shop is for a cache. */
export function answer(status: number, value: unknown): Response {
  const headers = { "cache-control": "private, no-store", "content-type": "application/json" };
  return status === 204 ? new Response(null, { status, headers: { "cache-control": headers["cache-control"] } }) : new Response(JSON.stringify(value), { status, headers });
}
