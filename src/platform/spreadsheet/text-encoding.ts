import { FileProblem } from "./file-problem.ts";

/** Bytes 0x80–0xFF of code page 850, DOS for western Europe: no browser or Node decodes it. */
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤" +
  "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** Text of a file whose encoding nobody told: byte order marks, UTF-16 without one, UTF-8, then Windows-1252 or CP850. */
export function decodeText(bytes: Uint8Array): string {
  const marked = utf16ByMark(bytes) ?? utf16ByZeros(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) throw new FileProblem("file_unreadable");
  return decodeUtf8(bytes) ?? decodeOneByte(bytes);
}

function utf16ByMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** Latin text in UTF-16 has a zero in almost every second byte, and in no other. */
function utf16ByZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1;
  });
  const enough = sample.length / 2 / 2;
  if (zeros[1]! > enough && zeros[0]! === 0) return "utf-16le";
  return zeros[0]! > enough && zeros[1]! === 0 ? "utf-16be" : null;
}

/** A file cut or patched in a place or two is still UTF-8 when its other accents are; its damaged letters stay visible as U+FFFD. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const damaged = text.split("\ufffd").length - 1;
    let sound = 0;
    for (const char of text) if (char > "\u007f" && char !== "\ufffd") sound += 1;
    return sound >= damaged * 10 ? text : null;
  }
}

function decodeOneByte(bytes: Uint8Array): string {
  const windows = new TextDecoder("windows-1252").decode(bytes);
  const dos = decodeCp850(bytes);
  return plausibility(dos) > plausibility(windows) ? dos : windows;
}

export function decodeCp850(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(Array.from(bytes.subarray(at, at + 8192), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP850[byte - 0x80]!)).join(""));
  }
  return pieces.join("");
}

/** Accents looked at before the encoding is clear beyond doubt. */
const ENOUGH = 20_000;

/** How much like Spanish or Portuguese the characters beyond ASCII look among their neighbours. */
function plausibility(text: string): number {
  let score = 0;
  let weighed = 0;
  for (const { 0: char, index } of text.matchAll(/\P{ASCII}/gu)) {
    score += weigh(char, text[index - 1] ?? " ", text[index + 1] ?? " ");
    weighed += 1;
    if (weighed === ENOUGH) break;
  }
  return score;
}

function weigh(char: string, before: string, after: string): number {
  if (/[áéíóúüñçãõâêôà]/.test(char)) return /[a-z]/i.test(before) || /[a-z]/.test(after) ? 3 : 0;
  if (/[ÁÉÍÓÚÜÑÇÃÕÂÊÔÀ]/.test(char)) return /[a-z]/.test(before) ? -2 : /[A-Z]/.test(before) || /[a-z]/i.test(after) ? 3 : 0;
  if (/[°ºª²³½¼¾]/.test(char)) return /[\dNn ]/.test(before) ? 2 : 0;
  if (/[¿¡«»“”‘’–…®´×Ø€\u00a0]/.test(char)) return /[a-z]/i.test(before) && /[a-z]/i.test(after) ? -2 : 1;
  return /\p{L}/u.test(char) ? -1 : -3;
}
