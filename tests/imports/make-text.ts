import { decodeCp850 } from "@/platform/spreadsheet/text-encoding.ts";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16le-bom" | "utf-16be-bom" | "windows-1252" | "cp850";

/** Text as bytes in the encodings that lists arrive in. */
export function makeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "windows-1252") return oneByte(text, new TextDecoder("windows-1252").decode(EVERY_BYTE));
  if (encoding === "cp850") return oneByte(text, decodeCp850(EVERY_BYTE));
  const marked = encoding.endsWith("bom") ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), encoding !== "utf-16be-bom");
  return bytes;
}

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);

function oneByte(text: string, table: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const byte = table.indexOf(char);
    if (byte < 0) throw new Error(`no byte for ${char}`);
    return byte;
  });
}
