import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readSpreadsheet } from "@/platform/spreadsheet/read-spreadsheet.ts";
import { makeOds } from "./make-ods.ts";
import { makeXls } from "./make-xls.ts";
import { makeXlsx } from "./make-xlsx.ts";

const ROWS = [["Código", "Producto"], ["1", "Uno"], ["2", "Dos"]];

it.each([
  ["XLSX", makeXlsx([{ name: "A", rows: ROWS, merges: ["A1:B2"] }], { compress: false })],
  ["ODS", makeOds([{ name: "A", rows: ROWS }])],
  ["XLS", makeXls("A", ROWS)],
])("%s with any bytes damaged is read or refused, never thrown at us", async (_, sound) => {
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), fc.nat(sound.length), async (changes, cut) => {
      const bytes = sound.slice(0, cut % 3 === 0 ? cut : sound.length);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      const read = await readSpreadsheet(bytes, "x");
      expect(read.ok ? "file_read" : read.code).toMatch(/^file_\w+$/);
    }),
    { numRuns: 300 },
  );
});

const content = (body: string) =>
  zipSync({ "content.xml": strToU8(`<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${body}</table:table></office:spreadsheet></office:body></office:document-content>`) });

it.each([
  ["a row repeated to the sheet's end", '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>', "file_too_many_rows"],
  ["wide rows repeated", '<table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>', "file_too_large"],
  ["an entity bomb", '<!DOCTYPE x [<!ENTITY a "aaaa">]>', "file_unreadable"],
])("ODS: refuses %s", async (_, body, code) => expect(await readSpreadsheet(content(body), "x.ods")).toMatchObject({ ok: false, code }));

it("XLSX: refuses a bomb in a sheet, and a list whose last row stands too far below", async () => {
  const bomb = makeXlsx([{ name: "A", rows: [[{ inline: "x".repeat(40 * 2 ** 20) }]] }]);
  expect(await readSpreadsheet(bomb, "x.xlsx")).toMatchObject({ ok: false, code: "file_too_large" });
  const far = makeXlsx([{ name: "A", rows: [...ROWS, ...Array.from({ length: 150_000 }, () => []), ["x"]] }]);
  expect(await readSpreadsheet(far, "x.xlsx")).toMatchObject({ ok: false, code: "file_too_many_rows" });
});
