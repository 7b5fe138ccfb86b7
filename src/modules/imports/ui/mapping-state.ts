import type { Choices, ImportKey, NumericField, PriceField } from "../rules/import-values.ts";
import type { KeptPlan } from "../rules/kept-plan.ts";

/** What the mapping form holds: one field, or none, per column. */
export interface MappingState {
  sheet: string;
  /** Index; null: no headings. */
  headerRow: number | null;
  fields: (ImportKey | "")[];
  hasTax: Partial<Record<PriceField, boolean>>;
  decimals: Partial<Record<NumericField, "," | ".">>;
  defaultTaxRate: string;
}

export function stateOf(plan: KeptPlan): MappingState {
  const fields: (ImportKey | "")[] = plan.columns.map(() => "");
  for (const [field, column] of Object.entries(plan.mapping.columns) as [ImportKey, number][]) fields[column] = field;
  const decimals = Object.fromEntries(Object.entries(plan.styles).map(([field, { decimal }]) => [field, decimal]));
  return { sheet: plan.sheet, headerRow: plan.headerRow, fields, hasTax: plan.mapping.hasTax, decimals, defaultTaxRate: plan.defaultTaxRate ?? "" };
}

/** A field stands over one column at most: the last choice wins. */
export function withField(state: MappingState, column: number, field: ImportKey | ""): MappingState {
  return { ...state, fields: state.fields.map((known, i) => (i === column ? field : field !== "" && known === field ? "" : known)) };
}

/** The mapping as the API takes it. Another sheet or heading row is read anew before its columns can be chosen. */
export function choicesOf(state: MappingState, plan: KeptPlan): Omit<Choices, "headerRow"> & { headerRow?: number | null } {
  if (state.sheet !== plan.sheet) return { sheet: state.sheet };
  const headerRow = state.headerRow === null ? null : state.headerRow + 1;
  if (state.headerRow !== plan.headerRow) return { sheet: state.sheet, headerRow };
  const columns = Object.fromEntries(state.fields.flatMap((field, column) => (field === "" ? [] : [[field, column]])));
  const rate = state.defaultTaxRate === "" ? {} : { defaultTaxRate: state.defaultTaxRate };
  return { columns, hasTax: state.hasTax, decimals: state.decimals, ...rate };
}
