import type { CounterCore } from "./counter-core.ts";

const TIMEOUT_MS = 15_000;

/** What the server said; `message` in the member's language, null when nothing readable came back. */
export type Asked<T> = { ok: true; value: T } | { ok: false; code: string | null; message: string | null };

/** One question to the API in the name of this shop and member, for what cannot wait in a queue. */
export async function askServer<T>(core: CounterCore, method: "GET" | "POST" | "PATCH", path: string, body?: object): Promise<Asked<T>> {
  const { shop, member } = core.setting;
  try {
    const headers = { "x-tenant-slug": shop.slug, "x-member-id": member.id, ...(body ? { "content-type": "application/json" } : {}) };
    const response = await fetch(path, { method, credentials: "same-origin", headers, ...(body ? { body: JSON.stringify(body) } : {}), signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer: unknown = await response.json().catch(() => null);
    return response.ok && answer !== null ? { ok: true, value: answer as T } : { ok: false, ...problemOf(answer) };
  } catch {
    return { ok: false, code: null, message: null };
  }
}

/** RFC 9457. */
function problemOf(answer: unknown): { code: string | null; message: string | null } {
  const problem = answer as { code?: unknown; detail?: unknown; title?: unknown; errors?: { message?: unknown }[] } | null;
  const said = [problem?.errors?.[0]?.message, problem?.detail, problem?.title].find((text) => typeof text === "string" && text !== "");
  return { code: typeof problem?.code === "string" ? problem.code : null, message: (said as string | undefined) ?? null };
}
