import { refuse, type Result } from "@/kernel/refusal.ts";
import { isStorable } from "@/platform/is-storable.ts";

const BODY_LIMIT_BYTES = 1_000_000;
const DEPTH_LIMIT = 30;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a JSON body as it streams in, so that an endless one costs no more than the limit. Refuses what could not be kept as it was sent. */
export async function readBody(request: Request, limit: number = BODY_LIMIT_BYTES): Promise<Result<{ text: string; json: unknown }>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" || isEncoded(request)) return refuse("unsupported_media_type");
  const bytes = await readBytes(request, limit);
  if (bytes === null) return refuse("payload_too_large");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (depthOf(text) > DEPTH_LIMIT) return refuse("invalid");
    const json: unknown = JSON.parse(text);
    const unfit = findUnfit(json, []);
    return unfit === null ? { ok: true, value: { text, json } } : refuse("invalid", { fields: [{ path: unfit, code: "invalid" }] });
  } catch {
    return refuse("invalid");
  }
}

/** Whether the body is packed (RFC 9110 §8.4): unpacking what a stranger sends is work without measure. */
export function isEncoded(request: Request): boolean {
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase();
  return coding !== undefined && coding !== "" && coding !== "identity";
}

/** The body as text, or null when it is longer than `limit` bytes. */
export async function readText(request: Request, limit: number): Promise<string | null> {
  return (await readBytes(request, limit))?.toString("utf8") ?? null;
}

/** The body, or null when it is longer than `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Path of the first text that PostgreSQL cannot hold, of a key that it cannot hold, or of one that would reach into the object itself. */
function findUnfit(value: unknown, path: readonly string[]): string | null {
  if (typeof value === "string") return isStorable(value) ? null : path.join(".");
  if (value === null || typeof value !== "object") return null;
  for (const [key, child] of Object.entries(value)) {
    // A key that is unfit is told by the place it stands in: its own name could not be shown either.
    if (!isStorable(key)) return path.join(".");
    const unfit = RESERVED.has(key) ? [...path, key].join(".") : findUnfit(child, [...path, key]);
    if (unfit !== null) return unfit;
  }
  return null;
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
