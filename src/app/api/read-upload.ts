import { createHash } from "node:crypto";
import { refuse, type Result } from "@/kernel/refusal.ts";
import { MAX_FILE_BYTES } from "@/platform/spreadsheet/limits.ts";
import { isEncoded, readBody, readBytes } from "./read-body.ts";

/** What a form puts around its file. */
const FRAME_BYTES = 256 * 1024;

/**
 * Reads an upload: a multipart form, as `{ file?: { name, bytes }, …its other fields as text }`, or JSON of the same size. The answer's
 * `text` stands for the content when a repetition is compared with it.
 */
export async function readUpload(request: Request): Promise<Result<{ text: string; json: unknown }>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) return readBody(request, MAX_FILE_BYTES);
  if (isEncoded(request)) return refuse("unsupported_media_type");
  const bytes = await readBytes(request, MAX_FILE_BYTES + FRAME_BYTES);
  if (bytes === null) return refuse("file_too_large", { params: { max: MAX_FILE_BYTES / 2 ** 20 } });
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    const fields: Record<string, unknown> = {};
    for (const [name, value] of form) {
      if (name in fields) return refuse("invalid", { fields: [{ path: name, code: "invalid" }] });
      fields[name] = typeof value === "string" ? value : { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
    }
    return { ok: true, value: { text: await digestOf(fields), json: fields } };
  } catch {
    return refuse("invalid");
  }
}

/** Not of the raw body: browsers draw another boundary each time. */
async function digestOf(fields: Readonly<Record<string, unknown>>): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, value] of Object.entries(fields)) {
    hash.update(`${name}\n`);
    if (typeof value === "string") hash.update(value);
    else hash.update((value as { bytes: Uint8Array }).bytes);
  }
  return hash.digest("hex");
}
