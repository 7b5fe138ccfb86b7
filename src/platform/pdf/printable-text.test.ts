import { expect, it } from "vitest";
import { printableText } from "./printable-text.ts";

it.each([
  ["Ñandú 1/2\" × 10 m² ½ €", "Ñandú 1/2\" × 10 m² ½ €"],
  ["Broca ⌀ 8 mm ≥ 3″", 'Broca Ø 8 mm >= 3"'],
  ["Resistencia 10 kΩ", "Resistencia 10 kOhm"],
  ["Škoda Łódź ő", "Škoda ?ódz o"],
  ["a\u0301rbol", "árbol"],
  ["vela 🕯 ﬁna\u200b", "vela ? fina"],
  ["茶", "?"],
])("%j is printed as %j", (text, expected) => expect(printableText(text)).toBe(expected));
