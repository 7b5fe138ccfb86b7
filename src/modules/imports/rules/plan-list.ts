import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import type { Cell, Row } from "@/platform/spreadsheet/cell.ts";
import { foldText } from "./fold-text.ts";
import type { ByKey, Choices, ImportKey, ReadPlan } from "./import-values.ts";
import type { ImportPlan } from "./plan-import.ts";

/**
 * A plan as a supplier's list is to be understood: a code without further words is the supplier's own, and what its prices are for needs
 * no asking. Chosen columns stay as they were chosen.
 */
export function planList<P extends ImportPlan>(plan: P, chosen: Choices): P {
  const { sku, ...others } = plan.mapping.columns;
  const isTheirs = sku !== undefined && others.supplierCode === undefined && chosen.columns === undefined;
  const columns = isTheirs ? { ...others, supplierCode: sku } : plan.mapping.columns;
  return {
    ...plan,
    mapping: { ...plan.mapping, columns },
    columns: plan.columns.map((guess) => (isTheirs && guess.column === sku ? { ...guess, field: "supplierCode" } : guess)),
    questions: plan.questions.filter(({ code, field }) => !(code === "price_role" && field === "costPrice")),
  };
}

/**
 * What was understood of a supplier's last list, for the next one: its columns by their headings, so that they may have moved. Null when
 * one of them is missing, or the last list had no headings and this one is as wide.
 */
export function recallList(last: Pick<ReadPlan, "labels" | "mapping" | "defaultTaxRate">, chosen: Choices, labels: readonly string[]): Choices | null {
  const now = labels.map(foldText);
  const before = last.labels.map(foldText);
  const sameHeadings = now.join("\n") === before.join("\n");
  const columns: ByKey<number> = {};
  for (const [field, column] of Object.entries(last.mapping.columns) as [ImportKey, number][]) {
    const label = before[column] ?? "";
    const place = sameHeadings ? column : label === "" ? -1 : now.indexOf(label);
    if (place < 0 || (!sameHeadings && now.lastIndexOf(label) !== place)) return null;
    columns[field] = place;
  }
  if (Object.keys(columns).length === 0) return null;
  const { decimals } = chosen;
  return { columns, hasTax: last.mapping.hasTax, ...(decimals === undefined ? {} : { decimals }), ...(last.defaultTaxRate === null ? {} : { defaultTaxRate: last.defaultTaxRate }) };
}

const MARKS: Readonly<Record<string, RegExp>> = { USD: /U\$S|US\$|U\$D|USD/i, EUR: /EUR(OS?)?|€/i, BRL: /R\$|BRL/i };

/** The row without the list's own currency beside its prices: "U$S 12,50" in a list in dollars is 12,50. Another currency stays, and is refused. */
export function inListCurrency(row: Row, { mapping: { columns } }: ReadPlan, { currency }: ListTerms): Row {
  const mark = MARKS[currency];
  const column = columns.costPrice;
  const cell = column === undefined ? undefined : row[column];
  if (mark === undefined || cell === undefined || !mark.test(cell.text)) return row;
  const bare: Cell = { ...cell, text: cell.text.replace(mark, "").trim() };
  return row.map((one, place) => (place === column ? bare : one));
}
