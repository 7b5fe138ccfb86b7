import { fieldsOfLabel, isPlainPrice, taxOfLabel } from "./header-words.ts";
import { fitField } from "./fit-field.ts";
import type { ColumnFacts } from "./profile-column.ts";
import type { ImportField, Mapping, PriceField } from "./import-values.ts";

export type QuestionCode =
  /** Several columns could be this price. */
  | "price_columns"
  /** The label does not tell whether the shop pays or charges this price. */
  | "price_role"
  /** The label does not tell whether VAT is inside. */
  | "price_tax"
  /** The list has no labels: everything comes from content. */
  | "no_header"
  /** No column is clearly the product's name. */
  | "name_column"
  /** A column's numbers can be read in two ways. */
  | "number_style";

export interface MappingQuestion {
  code: QuestionCode;
  field: ImportField;
  /** Columns that the question is about, the one now in the mapping first. */
  columns: number[];
  /** For "number_style": a cell that can be read in two ways. */
  sample?: string;
}

export interface Asked {
  hasTax: Mapping["hasTax"];
  questions: MappingQuestion[];
}

/** Finds what the labels leave open. The catalogue's customs stand in for an answer: sale prices with VAT, costs without. */
export function askAboutMapping(columns: Mapping["columns"], facts: readonly ColumnFacts[], unlabelled: boolean): Asked {
  const questions: MappingQuestion[] = [];
  const hasTax: Mapping["hasTax"] = {};
  if (unlabelled) questions.push({ code: "no_header", field: "name", columns: Object.values(columns) });
  if (columns.name === undefined || unsureName(columns.name, facts)) questions.push({ code: "name_column", field: "name", columns: first(columns.name, texts(facts)) });
  for (const field of ["salePrice", "costPrice"] as const) {
    const column = columns[field];
    if (column === undefined) continue;
    const label = facts[column]?.label ?? "";
    const rivals = facts.filter((fact) => fact.column !== column && isRival(fact, field, columns)).map((fact) => fact.column);
    if (rivals.length > 0) questions.push({ code: "price_columns", field, columns: [column, ...rivals] });
    const told = taxOfLabel(label);
    hasTax[field] = told ?? field === "salePrice";
    if (isUntoldRole(label, field, told, columns)) questions.push({ code: "price_role", field, columns: [column] });
    if (told === null) questions.push({ code: "price_tax", field, columns: [column] });
  }
  return { hasTax, questions };
}

/** "Precio" or "lista" alone in a list: what the shop pays or what it charges? */
function isUntoldRole(label: string, field: PriceField, told: boolean | null, columns: Mapping["columns"]): boolean {
  const other = field === "salePrice" ? "costPrice" : "salePrice";
  return columns[other] === undefined && isPlainPrice(label) && told !== true;
}

function isRival({ label, profile, column }: ColumnFacts, field: PriceField, columns: Mapping["columns"]): boolean {
  if (Object.values(columns).includes(column) || profile.filled === 0 || fitField(profile, field) <= 0) return false;
  const words = fieldsOfLabel(label);
  return label === "" ? profile.fractional > 0.2 : words.has(field);
}

function unsureName(column: number, facts: readonly ColumnFacts[]): boolean {
  return !fieldsOfLabel(facts[column]?.label ?? "").has("name");
}

function texts(facts: readonly ColumnFacts[]): number[] {
  return facts.filter(({ profile }) => profile.letters > 0.5).map(({ column }) => column);
}

function first(column: number | undefined, others: number[]): number[] {
  return column === undefined ? others : [column, ...others.filter((other) => other !== column)];
}
