import { refuse, type Result } from "@/kernel/refusal.ts";

const BODY_LIMIT_BYTES = 1_000_000;
const DEPTH_LIMIT = 30;

/** Reads a JSON body as it streams in, so that an endless one costs no more than the limit. */
export async function readBody(request: Request): Promise<Result<{ text: string; json: unknown }>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return refuse("unsupported_media_type");
  const text = await readText(request, BODY_LIMIT_BYTES);
  if (text === null) return refuse("payload_too_large");
  // PostgreSQL has no NUL in text; said here, where the caller can see it.
  if (text.includes("\\u0000") || text.includes("\0") || depthOf(text) > DEPTH_LIMIT) return refuse("invalid");
  try {
    const json: unknown = JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__" || key === "constructor" || key === "prototype") throw new SyntaxError("reserved key");
      return value;
    });
    return { ok: true, value: { text, json } };
  } catch {
    return refuse("invalid");
  }
}

/** The body as text, or null when it is longer than `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Deepest nesting by counting brackets outside strings: JSON.parse itself would follow a hostile body down the stack. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (quoted) {
      if (char === "\\") i += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") deepest = Math.max(deepest, (depth += 1));
    else if (char === "}" || char === "]") depth -= 1;
  }
  return deepest;
}
