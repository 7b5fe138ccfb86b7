import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_ROWS } from "./limits.ts";
import { readPastedCells, readSpreadsheet } from "./read-spreadsheet.ts";

const text = (content: string) => new TextEncoder().encode(content);

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const sheets = await readSpreadsheet(bytes, "list.csv");
  if (!sheets.ok) throw new Error(sheets.code);
  return sheets.value[0]!.rows.map((row) => row.map((cell) => cell.text));
}

const spectrum = dirname(createRequire(import.meta.url).resolve("csv-spectrum/package.json"));

/** One file of the corpus is left out: its JSON tells another telephone number than its CSV. */
const CASES = readdirSync(join(spectrum, "csvs")).filter((file) => file !== "location_coordinates.csv");

it("has the corpus at hand", () => expect(CASES.length).toBeGreaterThanOrEqual(10));

it.each(CASES)("csv-spectrum: %s", async (file) => {
  const expected = JSON.parse(readFileSync(join(spectrum, "json", file.replace(/csv$/, "json")), "utf8")) as Record<string, string>[];
  const [header = [], ...rows] = await rowsOf(new Uint8Array(readFileSync(join(spectrum, "csvs", file))));
  const filled = rows.filter((row) => row.length > 0);
  expect(filled.map((row) => Object.fromEntries(header.map((name, i) => [name, (row[i] ?? "").replaceAll("\r\n", "\n")])))).toEqual(
    expected.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.trim() === "" ? "" : value.replaceAll("\r\n", "\n")]))),
  );
});

it.each([
  ["an empty file", new Uint8Array(), "file_empty"],
  ["blank lines and empty cells", text("\n;;;\n  \n"), "file_empty"],
  ["21 MB", new Uint8Array(21 * 2 ** 20).fill(65), "file_too_large"],
  ["a row too many", text("a;b\n".repeat(MAX_ROWS + 1)), "file_too_many_rows"],
  ["a PDF", text("%PDF-1.7"), "file_type"],
  ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "file_type"],
  ["a text document", zipSync({ "word/document.xml": strToU8("<x/>") }), "file_type"],
  ["a cut archive", zipSync({ "xl/workbook.xml": strToU8("<x/>".repeat(99)) }).subarray(0, 60), "file_unreadable"],
  ["binary rubbish", Uint8Array.from([1, 0, 0, 7, 0, 0, 9]), "file_unreadable"],
  ["an old workbook cut short", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "file_unreadable"],
  ["a protected workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from("EncryptedPackage", "utf16le")]), "file_encrypted"],
  ["other XML", text('<?xml version="1.0"?><a/>'), "file_type"],
])("refuses %s", async (_, bytes, code) => expect(await readSpreadsheet(bytes, "list.xlsx")).toMatchObject({ ok: false, code }));

it("never throws on damaged workbooks", async () => {
  const sound = zipSync({ "xl/workbook.xml": strToU8("<workbook><sheets/></workbook>"), "content.xml": strToU8("<a><b/></a>") });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = sound.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      expect((await readSpreadsheet(bytes, "x.xlsx")).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it("gives any texts back that a CSV quotes", async () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((value) => value.replace(/[\0\ufffd]/g, "").normalize()).filter((value) => value.trim() === value && value !== "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }), async (rows) => {
      const csv = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(";")).join("\r\n");
      expect(await rowsOf(text(`\ufeffsep=;\r\n${csv}`.replace("\ufeff", "")))).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

it.each([
  ["a;b,c;d\n1;2,5;3\n4;5,5;6", [["a", "b,c", "d"], ["1", "2,5", "3"], ["4", "5,5", "6"]]],
  ["a,b\n1,\"x;y;z\"\n2,w", [["a", "b"], ["1", "x;y;z"], ["2", "w"]]],
  ["one\ntwo, three\nfour", [["one"], ["two, three"], ["four"]]],
  ['a;b\n1;"1/2 codo\n2;"tres"\n3;x', [["a", "b"], ["1", '"1/2 codo'], ["2", "tres"], ["3", "x"]]],
  ['a;b\n1;"Caño 1" largo"\n2;x', [["a", "b"], ["1", 'Caño 1" largo'], ["2", "x"]]],
  ["a|b\r1|2\r", [["a", "b"], ["1", "2"]]],
])("finds the columns of %j", async (csv, rows) => expect(await rowsOf(text(csv))).toEqual(rows));

it("takes no longer than it must over broken quotes by the hundred thousand", async () => {
  expect((await readSpreadsheet(text('a,"'.repeat(500_000)), "x.csv")).ok).toBe(true);
});

it("reads pasted cells", async () => {
  const pasted = await readPastedCells('Código\tNombre\n0012\t"Dos\nlíneas"\n');
  expect(pasted).toMatchObject({ ok: true, value: [{ rows: [[{ text: "Código" }, { text: "Nombre" }], [{ text: "0012" }, { text: "Dos\nlíneas" }]] }] });
});
