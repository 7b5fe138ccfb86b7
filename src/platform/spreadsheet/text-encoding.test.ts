import { expect, it } from "vitest";
import { decodeCp850, decodeText } from "./text-encoding.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0));

it("knows all 128 places of code page 850", () => {
  const table = decodeCp850(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i));
  expect(new Set(table).size).toBe(128);
  // Anchors of the published table.
  expect([0x81, 0x82, 0xa4, 0xa5, 0xb5, 0xc9, 0xd5, 0xe0, 0xe9, 0xf8, 0xff].map((byte) => table[byte - 0x80])).toEqual([..."üéñÑÁ╔ıÓÚ°\u00a0"]);
});

it.each([
  ["Windows-1252", bytes(...ascii("Ca"), 0xf1, ...ascii("o y caf"), 0xe9), "Caño y café"],
  ["CP850", bytes(...ascii("Ca"), 0xa4, ...ascii("o y caf"), 0x82), "Caño y café"],
  ["CP850 capitals", bytes(...ascii("CA"), 0xa5, ...ascii("ER"), 0xd6, ...ascii("A")), "CAÑERÍA"],
  ["Windows-1252 capitals", bytes(...ascii("CA"), 0xd1, ...ascii("ER"), 0xcd, ...ascii("A")), "CAÑERÍA"],
  ["Windows-1252 degrees", bytes(...ascii("Codo 90"), 0xb0), "Codo 90°"],
  ["CP850 degrees", bytes(...ascii("Codo 90"), 0xf8), "Codo 90°"],
  ["ASCII", bytes(...ascii("Codo")), "Codo"],
])("%s", (_, raw, text) => expect(decodeText(raw)).toBe(text));

it("keeps UTF-8 with one damaged letter among many sound ones", () => {
  const sound = new TextEncoder().encode("ñandú, caña, leña, piñón, moño, baño, año, uña");
  expect(decodeText(Uint8Array.from([...sound, 0x20, 0xc3]))).toBe("ñandú, caña, leña, piñón, moño, baño, año, uña \ufffd");
});

it("refuses binary", () => expect(() => decodeText(bytes(1, 2, 0, 0, 0, 5, 0))).toThrow("file_unreadable"));
