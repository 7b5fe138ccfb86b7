import type { Result } from "@/kernel/refusal.ts";
import { readBody, readBytes } from "./read-body.ts";

/** A JSON body, or none at all, which counts as an empty object: for orders whose address says everything. */
export async function readOptionalBody(request: Request): Promise<Result<{ text: string; json: unknown }>> {
  if (request.headers.has("content-type")) return readBody(request);
  const bytes = await readBytes(request, 0);
  return bytes === null ? readBody(request) : { ok: true, value: { text: "", json: {} } };
}
