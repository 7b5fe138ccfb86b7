import { expect, it } from "vitest";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { writeXlsx } from "./write-workbook.ts";

it("comes back as it was: codes as text, numbers as numbers, formulas as the text they are", async () => {
  const rows = [
    ["00123", { number: "1234.50" }],
    ["=1+1", { number: "-3" }],
    [" a_x000D_b\u0001\n", null],
    ["Ñandú & «co» <b>", { number: "12345678901234567.12" }],
  ];
  const sheets = await readSpreadsheet(await writeXlsx("Lista: [1/2]", ["Código", "Precio"], rows), "x.xlsx");
  expect(sheets).toMatchObject({
    ok: true,
    value: [
      {
        name: "Lista 1 2",
        rows: [
          [{ text: "Código" }, { text: "Precio" }],
          [{ kind: "text", text: "00123" }, { kind: "number", number: "1234.5" }],
          [{ kind: "text", text: "=1+1" }, { kind: "number", number: "-3" }],
          [{ kind: "text", text: " a_x000D_b\n" }],
          [{ text: "Ñandú & «co» <b>" }, { kind: "text", text: "12345678901234567.12" }],
        ],
      },
    ],
  });
});

it.each(["", "'", "x".repeat(40), "a\\b?"])("sheet name %j is made one that Excel opens", async (name) => {
  const sheets = await readSpreadsheet(await writeXlsx(name, ["A"], [["b"]]), "x.xlsx");
  expect(sheets.ok && sheets.value[0]!.name).toMatch(/^[^'\\/?*[\]:]{1,31}$/);
});
