import { expect, it } from "vitest";
import { RepeatFinder } from "@/modules/imports/rules/find-repeats.ts";
import { planImport } from "@/modules/imports/rules/plan-import.ts";
import { readRow } from "@/modules/imports/rules/read-row.ts";
import { decideVerdict } from "@/modules/imports/rules/decide-verdict.ts";
import { packRow, unpackRow } from "@/platform/spreadsheet/pack-row.ts";
import { readSpreadsheet } from "@/platform/spreadsheet/read-spreadsheet.ts";
import type { UglyList } from "./ugly-list.ts";
import { UGLY_LISTS } from "./ugly-lists.ts";

it("knows at least twenty traps", () => expect(UGLY_LISTS.length).toBeGreaterThanOrEqual(20));

it.each(UGLY_LISTS)("$file: $trap", async (list) => {
  const { plan, products, others } = await run(list);
  expect(plan.mapping.columns).toEqual(list.columns);
  expect(plan.headerRow).toBe(list.header);
  if (list.sheet !== undefined) expect(plan.sheet).toBe(list.sheet);
  if (list.questions !== undefined) expect(plan.questions.map(({ code }) => code)).toEqual(list.questions);
  expect(products).toEqual(list.products);
  expect(others).toEqual(list.others ?? []);
});

async function run({ bytes, file, options }: UglyList) {
  const sheets = await readSpreadsheet(bytes(), file);
  if (!sheets.ok) throw new Error(sheets.code);
  const plan = planImport(sheets.value, { decimal: ",", defaultTaxRate: undefined, ...options });
  const rows = sheets.value.find(({ name }) => name === plan.sheet)!.rows;

  const repeats = new RepeatFinder();
  const products: UglyList["products"] = [];
  const others: string[] = [];
  let section: string | null = null;
  for (let i = plan.firstRow; i < rows.length; i += 1) {
    // As the command does it: rows come back from the database, not from the file.
    const kept = unpackRow(JSON.parse(JSON.stringify(packRow(rows[i]!))) as ReturnType<typeof packRow>);
    const read = readRow(kept, plan, section);
    section = read.section;
    if (read.kind === "product") {
      const { reasons } = decideVerdict(read, null, repeats.check(i + 1, read.values));
      products.push([read.values, ...reasons.filter(({ code }) => code !== "row_name_missing").map(({ code }) => code)]);
    } else if (read.kind !== "blank") others.push(read.kind);
  }
  return { plan, products, others };
}
