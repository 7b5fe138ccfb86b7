import fc from "fast-check";
import { expect, it } from "vitest";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { writeCsv } from "./write-csv.ts";

const ES_AR = { delimiter: ";", decimal: "," } as const;

it("writes a mark, semicolons, decimal commas and quotes where they are needed", () => {
  expect(writeCsv(["Código", "Precio"], [["00;12", { number: "-1234.50" }], ['di"jo', null]], ES_AR)).toBe('\ufeffCódigo;Precio\r\n"00;12";-1234,50\r\n"di""jo";\r\n');
});

it.each([
  ["=1+1", "'=1+1"],
  ["+54 351", "'+54 351"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "\"'\rx\""],
  ["\0=1", "'=1"],
  ["-12.50", "-12.50"],
  ["-12,50", "-12,50"],
  ["a=1", "a=1"],
])("%j goes out as %j", (text, field) => {
  const written = writeCsv([], [[text]], ES_AR).split("\r\n").slice(1, -1).join("\r\n");
  expect(written).toBe(field);
});

it("no text ever starts a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\0"), fc.string(), async (start, rest) => {
      const sheets = await readSpreadsheet(new TextEncoder().encode(writeCsv(["a", "b"], [[`${start}${rest}x`, "y"]], ES_AR)), "x.csv");
      const field = sheets.ok ? (sheets.value[0]!.rows[1]?.[0]?.text ?? "") : "";
      expect(field).toMatch(/^('|-\d+([.,]\d+)?$)/);
    }),
  );
});
