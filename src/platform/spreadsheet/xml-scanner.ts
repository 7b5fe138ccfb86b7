import { FileProblem } from "./file-problem.ts";

export interface XmlHandler {
  /** `attributes` is the raw text between name and ">": ask it with `attribute`. A self-closing tag opens and closes. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** One run of text may come in several pieces. */
  text(piece: string): void;
}

/** No tag, comment or entity of a real workbook comes near this; one that never ends must not be buffered for ever. */
const MAX_PENDING = 1024 * 1024;

/**
 * Reads XML piece by piece, without building a tree. Names come without their namespace prefix.
 * Document type declarations are refused: workbooks have none, entity bombs need one.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #pending = "";
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(chunk: string): void {
    const xml = this.#pending === "" ? chunk : this.#pending + chunk;
    let at = 0;
    while (at < xml.length) {
      const next = xml.charCodeAt(at) === 60 ? this.#markup(xml, at) : this.#characters(xml, at);
      if (next < 0) break;
      at = next;
    }
    this.#pending = at < xml.length ? xml.slice(at) : "";
    if (this.#pending.length > MAX_PENDING) throw new FileProblem("file_unreadable");
  }

  /** Throws when the document stops before its root element ends. */
  end(): void {
    if (this.#depth !== 0 || this.#pending.trim() !== "") throw new FileProblem("file_unreadable");
  }

  #characters(xml: string, at: number): number {
    let end = xml.indexOf("<", at);
    if (end < 0) {
      // The piece may stop inside "&amp;": what follows the last "&" waits for the rest.
      const entity = xml.lastIndexOf("&");
      end = entity >= at && xml.indexOf(";", entity) < 0 ? entity : xml.length;
      if (end === at) return -1;
    }
    if (this.#depth > 0) this.#handler.text(decodeEntities(xml.slice(at, end)));
    return end;
  }

  #markup(xml: string, at: number): number {
    const second = xml.charCodeAt(at + 1);
    if (second === 33) return this.#declaration(xml, at);
    if (second === 63) return after(xml, "?>", at);
    const end = tagEnd(xml, at + 1);
    if (end < 0) return -1;
    if (second === 47) {
      this.#depth -= 1;
      this.#handler.close(localName(xml.slice(at + 2, end).trim()));
      return end + 1;
    }
    const selfClosing = xml.charCodeAt(end - 1) === 47;
    const inside = xml.slice(at + 1, selfClosing ? end - 1 : end);
    const space = inside.search(/\s/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    this.#handler.open(name, space < 0 ? "" : inside.slice(space));
    if (selfClosing) this.#handler.close(name);
    else this.#depth += 1;
    return end + 1;
  }

  #declaration(xml: string, at: number): number {
    if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
    if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at);
      if (end < 0) return -1;
      this.#handler.text(xml.slice(at + 9, end));
      return end + 3;
    }
    if (xml.length - at < 9) return -1;
    throw new FileProblem("file_unreadable");
  }
}

function after(xml: string, mark: string, at: number): number {
  const end = xml.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
}

/** ">" is legal inside a quoted attribute value. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  for (;;) {
    const end = xml.indexOf(">", at);
    if (end < 0) return -1;
    const quote = openQuote(xml, at, end);
    if (quote === "") return end;
    const close = xml.indexOf(quote, end);
    if (close < 0) return -1;
    at = close + 1;
  }
}

function openQuote(xml: string, from: number, to: number): string {
  let open = "";
  for (let i = from; i < to; i += 1) {
    const char = xml.charCodeAt(i);
    if (char !== 34 && char !== 39) continue;
    const quote = char === 34 ? '"' : "'";
    if (open === "") open = quote;
    else if (open === quote) open = "";
  }
  return open;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, body: string) => {
    if (!body.startsWith("#")) return NAMED[body] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of one attribute, asked by its name without prefix; the first of several such names. */
export function attribute(attributes: string, wanted: string): string | null {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf("=", at);
    if (equals < 0) return null;
    const name = localName(attributes.slice(at, equals).trim());
    let open = equals + 1;
    while (open < attributes.length && attributes.charCodeAt(open) <= 32) open += 1;
    const quote = attributes[open];
    if (quote !== '"' && quote !== "'") return null;
    const close = attributes.indexOf(quote, open + 1);
    if (close < 0) return null;
    if (name === wanted) return decodeEntities(attributes.slice(open + 1, close));
    at = close + 1;
  }
}

/** Feeds a whole part through a scanner, decoding UTF-8 on the way. */
export async function scanXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of chunks) scanner.write(decoder.decode(chunk, { stream: true }));
  scanner.write(decoder.decode());
  scanner.end();
}
