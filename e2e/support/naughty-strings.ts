import { existsSync, readFileSync } from "node:fs";

/** The Big List of Naughty Strings, where a copy of it is at hand (BLNS_FILE). */
const FILE = process.env["BLNS_FILE"] ?? "../shared/data/blns.json";

/** One of each kind of trouble, for everybody. */
const OWN: readonly string[] = [
  "", " ", "null", "undefined", "NaN", "Infinity", "-0", "1e309", "0x10", "1,5", "1.234,50", "\u0661\u0662", "9".repeat(400), "'; DROP TABLE product; --", "' OR 1=1 --", "%27%20OR%201=1", "$where: 1",
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${7*7}", "%s%n%x", "../../etc/passwd", "C:\\u0000\\con", "=HYPERLINK(\"http://x\")", "@SUM(1+1)",
  "line\nbreak", "tab\there", "carriage\rreturn", "bell\u0007", "esc\u001b[31m", "nul\u0000nul", "half\ud800", "\udc00half", "\ufeffbom", "zero\u200bwidth", "\u202egnp.exe", "\u2066isolate\u2069",
  "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}", "\u{1f1e6}\u{1f1f7}", "Z\u0351\u036b\u0343a\u0321l\u0327g\u0321o\u0321", "\u0130stanbul \u0131", "\ufb03 \u00bd \u2460", "e\u0301 \u00e9", "\ufdfa", "\u05d0\u05d1\u05d2 \u0627\u0628", "\uffff \ufffe", "田中さん",
  "a".repeat(199), "(a+)+$".repeat(20), "toString", "__proto__", "constructor", "hasOwnProperty",
];

/** Texts that break programs which look too closely or not closely enough. */
export function naughtyStrings(): string[] {
  const list = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as string[]) : [];
  return [...new Set([...OWN, ...list])];
}
