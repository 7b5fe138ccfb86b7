import { expect, it } from "vitest";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { measureText } from "@/platform/pdf/measure-text.ts";
import { encodeSymbol } from "../pdf/encode-symbol.ts";
import { marksOf } from "../pdf/label-file.ts";
import type { Mark } from "./compose-label.ts";
import { FORMAT_KEYS, formatOf, type FormatKey } from "./formats.ts";
import type { LabelFacts, LabelLayout } from "./label-layout.ts";
import type { PaperWords } from "./label-words.ts";

const format = formatStyleOf({ locale: "es-AR", currency: "ARS", timeZone: "America/Argentina/Buenos_Aires" });
const words: PaperWords = { per: (price, unit) => `${price} por ${unit}`, withoutTax: (price) => `Precio sin impuestos nacionales: ${price}` };
const usual: LabelFacts = { name: "Cinta métrica 5 m", sku: "MED-005", barcodes: ["7791234500017"], unit: "u", taxRate: "21.00", netContent: "5", contentUnit: "m" };
const cases: Record<string, { facts: LabelFacts; price: string }> = {
  usual: { facts: usual, price: "9990.00" },
  "a long name and a dear price": { facts: { ...usual, name: "Tornillo autoperforante punta mecha 8 × 1 1/2\" cabeza tanque zincado, caja × 100 unidades con arandela de neopreno vulcanizada", sku: "TOR-0812-ZINC-CABEZA" }, price: "9999999999.99" },
  "one endless word": { facts: { ...usual, name: "Supercalifragilisticoespialidoso".repeat(6), barcodes: [], sku: "W".repeat(24) }, price: "0.3525" },
  "EAN-8, cheap": { facts: { ...usual, name: "X", barcodes: ["96385074"], netContent: null, contentUnit: null }, price: "1.00" },
  "no code that bars can write": { facts: { ...usual, barcodes: [], sku: "ÑANDÚ-ÉL" }, price: "150.00" },
};
const layout = (key: FormatKey, symbol: LabelLayout["symbol"]): LabelLayout => ({ format: key, start: 1, symbol, perMeasure: true, withoutTax: true, code: true, date: true });
const marks = (key: FormatKey, name: string, symbol: LabelLayout["symbol"] = "bars"): Mark[] => marksOf(cases[name]!, { layout: layout(key, symbol), date: "21/11/2026", format, words });

interface Area { left: number; top: number; right: number; bottom: number }

/** Helvetica's ascender and descender, in font sizes. */
function areaOf(mark: Mark): Area[] {
  if (mark.kind === "text") {
    expect(mark.width).toBeCloseTo(measureText(mark.text, mark.bold) * mark.size, 6);
    // The comma of a price hangs less than a letter's tail.
    const figures = /^[\d$.,\s]+$/.test(mark.text);
    return [{ left: mark.x, top: mark.y - mark.size * 0.73, right: mark.x + mark.width, bottom: mark.y + mark.size * (figures ? 0.16 : 0.21) }];
  }
  const [left, top] = [Math.min(...mark.rects.map(([x]) => x)), Math.min(...mark.rects.map(([, y]) => y))];
  return [{ left, top, right: Math.max(...mark.rects.map(([x, , width]) => x + width)), bottom: Math.max(...mark.rects.map(([, y, , height]) => y + height)) }];
}

const TOLERANCE = 0.02;

it.each(FORMAT_KEYS.flatMap((key) => Object.keys(cases).flatMap((name) => (["bars", "qr", "none"] as const).map((symbol) => [key, name, symbol] as const))))("%s, %s, %s: all of it inside the padding, nothing on anything", (key, name, symbol) => {
  const { label, padding } = formatOf(key);
  const areas = marks(key, name, symbol).flatMap(areaOf);
  for (const { left, top, right, bottom } of areas) {
    expect(left).toBeGreaterThanOrEqual(padding.x - TOLERANCE);
    expect(top).toBeGreaterThanOrEqual(padding.y - TOLERANCE);
    expect(right).toBeLessThanOrEqual(label.width - padding.x + TOLERANCE);
    expect(bottom).toBeLessThanOrEqual(label.height - padding.y + TOLERANCE);
  }
  for (const [i, a] of areas.entries()) {
    for (const b of areas.slice(i + 1)) {
      const apart = a.right <= b.left + TOLERANCE || b.right <= a.left + TOLERANCE || a.bottom <= b.top + TOLERANCE || b.bottom <= a.top + TOLERANCE;
      expect([a, b, apart]).toEqual([a, b, true]);
    }
  }
});

it.each(FORMAT_KEYS)("%s: what the law wants is whole and legible, smaller than the price; an EAN-13 has its bars", (key) => {
  const texts = marks(key, "usual").filter((mark) => mark.kind === "text");
  const price = texts.find(({ text }) => text === "$\u00a09.990,00")!;
  const legal = texts.filter(({ text }) => !text.includes("MED-005") && text !== "Cinta métrica 5 m" && !/^\d{13}$/.test(text) && text !== price.text);
  expect(legal.map(({ text }) => text.replaceAll("\u00a0", " ")).join(" ")).toBe("$ 1.998,00 por m Precio sin impuestos nacionales: $ 8.256,20");
  for (const { size } of legal) {
    expect(size).toBeGreaterThan(1.25);
    expect(size).toBeLessThan(price.size);
  }
  expect(marks(key, "usual").some(({ kind }) => kind === "rects")).toBe(true);
});

/** GS1 General Specifications §5.2.1: number sets A and B; C is A with bars and spaces exchanged, and has the same widths as A. */
const SET_A = ["3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112"];
const FIRST_DIGIT = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"];
const SET_B = SET_A.map((widths) => [...widths].reverse().join(""));

/** Reads what was drawn, from the edges of its bars alone. */
function readBars(drawn: readonly Mark[]): number[] {
  const { rects } = drawn.find((mark) => mark.kind === "rects")!;
  const edges = rects.flatMap(([x, , width]) => [x, x + width]);
  const gaps = edges.slice(1).map((edge, i) => edge - edges[i]!);
  const module = Math.min(...gaps);
  return gaps.map((gap) => {
    expect(Math.abs(gap / module - Math.round(gap / module))).toBeLessThan(0.01);
    return Math.round(gap / module);
  });
}

function readEan13(widths: readonly number[]): string {
  const text = widths.join("");
  expect([text.slice(0, 3), text.slice(27, 32), text.slice(56)]).toEqual(["111", "11111", "111"]);
  const digits = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => text.slice(from + i * 4, from + i * 4 + 4));
  const left = digits(3, 6).map((one) => (SET_A.includes(one) ? { set: "A", digit: SET_A.indexOf(one) } : { set: "B", digit: SET_B.indexOf(one) }));
  return `${FIRST_DIGIT.indexOf(left.map(({ set }) => set).join(""))}${left.map(({ digit }) => digit).join("")}${digits(32, 6).map((one) => SET_A.indexOf(one)).join("")}`;
}

it.each(FORMAT_KEYS)("%s: the bars as drawn read back as the number, by the tables of the norm; no module below what scanners read", (key) => {
  const drawn = marks(key, "usual");
  expect(readEan13(readBars(drawn))).toBe("7791234500017");
  const { rects } = drawn.find((mark) => mark.kind === "rects")!;
  const module = Math.min(...rects.map(([, , width]) => width));
  const roll = formatOf(key).medium === "roll";
  expect(module).toBeGreaterThanOrEqual(roll ? 0.25 : 0.264);
  // Whole dots of a 203 dpi head.
  if (roll) expect((module / 0.125) % 1).toBeCloseTo(0, 6);
  expect(rects[0]![3]).toBeGreaterThanOrEqual(4.5);
});

it("EAN-8 by the norm", () => {
  const text = readBars(marks("a4-21", "EAN-8, cheap")).join("");
  const digits = [3, 7, 11, 15, 24, 28, 32, 36].map((from) => SET_A.indexOf(text.slice(from, from + 4)));
  expect([text.slice(0, 3), text.slice(19, 24), text.slice(40), digits.join("")]).toEqual(["111", "11111", "111", "96385074"]);
});

/** ISO/IEC 15417 table 1. */
const CODE_128 = "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232".split(" ");

function readCode128(widths: readonly number[]): string {
  const values = (widths.slice(0, -7).join("").match(/.{6}/g) ?? []).map((one) => CODE_128.indexOf(one));
  expect(widths.slice(-7).join("")).toBe("2331112");
  const [start = 0, ...rest] = values;
  const check = rest.pop();
  expect(rest.reduce((sum, value, i) => sum + value * (i + 1), start) % 103).toBe(check);
  let set = { 104: "B", 105: "C" }[start];
  let text = "";
  for (const value of rest) {
    if (set === "C" && value === 100) set = "B";
    else if (set === "B" && value === 99) set = "C";
    else text += set === "C" ? String(value).padStart(2, "0") : String.fromCharCode(value + 32);
  }
  return text;
}

it.each(["TOR-0812", "A00001", "7791234500018", "17791234500014", "x y/z~", "1234567890123456"])("Code 128 of %s by the norm, check digit included", (text) => {
  const symbol = encodeSymbol({ kind: "code128", text }, "bars")!;
  expect(symbol.kind).toBe("bars");
  if (symbol.kind === "bars") expect(readCode128(symbol.widths)).toBe(text);
});

it("QR: finder patterns in three corners, nothing but whole modules", () => {
  const symbol = encodeSymbol({ kind: "ean13", text: "7791234500017" }, "qr")!;
  if (symbol.kind !== "matrix") throw new Error("not a matrix");
  const row = (y: number, from: number): string => Array.from({ length: 7 }, (_, i) => (symbol.dark[y * symbol.size + from + i] ? "#" : ".")).join("");
  for (const [x, y] of [[0, 0], [symbol.size - 7, 0], [0, symbol.size - 7]] as const) {
    expect([0, 1, 2, 3, 4, 5, 6].map((line) => row(y + line, x))).toEqual(["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]);
  }
});
