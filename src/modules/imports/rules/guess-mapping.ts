import type { Cell, Row } from "@/platform/spreadsheet/cell.ts";
import { fitField } from "./fit-field.ts";
import { foldText } from "./fold-text.ts";
import { fieldsOfLabel, isPlainPrice } from "./header-words.ts";
import { customKey, IMPORT_FIELDS, isCustomKey, type ImportField, type ImportKey, type Mapping } from "./import-values.ts";
import { askAboutMapping, type MappingQuestion } from "./mapping-questions.ts";
import { profileColumn, type ColumnFacts } from "./profile-column.ts";

export interface ColumnGuess {
  column: number;
  label: string;
  field: ImportKey | null;
  /** 0 to 1; above 0.8 label and content agree. */
  confidence: number;
  /** Up to three different values, as the file shows them. */
  samples: string[];
}

export interface MappingGuess {
  mapping: Mapping;
  columns: ColumnGuess[];
  /** What a person must look at before the list is applied; each comes with the answer that the mapping holds for now. */
  questions: MappingQuestion[];
}

export interface GuessOptions {
  /** Cells from a supplier: a bare "precio" is then more likely what the shop pays. */
  fromSupplier?: boolean;
  /** Chosen already: then only questions are found. Columns that the sheet does not have are dropped. */
  columns?: Mapping["columns"];
  /** Of the shop's own: a column with exactly the name of one is that one. */
  customFields?: readonly { id: string; name: string }[];
  /** Fields that are not to be found. */
  withheld?: readonly ImportField[];
}

const ROWS_LOOKED_AT = 500;
const THRESHOLD = 0.45;

/** Guesses what each column means from its label and its content. `rows` are those beneath the header. */
export function guessMapping(labels: readonly string[], rows: readonly Row[], options: GuessOptions = {}): MappingGuess {
  const sample = rows.slice(0, ROWS_LOOKED_AT);
  const width = Math.max(labels.length, ...sample.map((row) => row.length), 0);
  const facts = Array.from({ length: width }, (_, column): ColumnFacts => {
    const cells = sample.map((row): Cell | undefined => row[column]);
    return { column, label: labels[column] ?? "", profile: profileColumn(cells) };
  });

  const chosen = options.columns === undefined ? assign(facts, options) : take(options.columns, facts, options);
  const columns: Mapping["columns"] = {};
  for (const [column, { field }] of chosen) columns[field] = column;
  const { hasTax, questions } = askAboutMapping(columns, facts, labels.every((label) => label === ""));
  return {
    mapping: { columns, hasTax },
    columns: facts.map(({ column, label, profile }) => {
      const guess = chosen.get(column);
      return { column, label, field: guess?.field ?? null, confidence: guess?.score ?? 0, samples: profile.samples };
    }),
    questions,
  };
}

interface Candidate<F = ImportKey> {
  column: number;
  field: F;
  score: number;
}

/** A field that the shop took away meanwhile is none. */
function take(columns: Mapping["columns"], facts: readonly ColumnFacts[], { withheld = [], customFields = [] }: GuessOptions): Map<number, Candidate> {
  const isKnown = (field: ImportKey): boolean => (isCustomKey(field) ? customFields.some(({ id }) => customKey(id) === field) : !withheld.includes(field));
  const pairs = (Object.entries(columns) as [ImportKey, number][]).filter(([field, column]) => column < facts.length && isKnown(field));
  return new Map(pairs.map(([field, column]) => [column, { column, field, score: 1 }]));
}

/** The best pairs first; each column and each field once. */
function assign(facts: readonly ColumnFacts[], options: GuessOptions): Map<number, Candidate> {
  const taken = ownColumns(facts, options);
  const free = facts.filter(({ column }) => !taken.has(column));
  const candidates = free.flatMap((fact): Candidate<ImportField>[] => IMPORT_FIELDS.filter((field) => !options.withheld?.includes(field)).map((field) => ({ column: fact.column, field, score: score(fact, field, options) })));
  const best = candidates.filter((candidate) => candidate.score >= THRESHOLD).sort((a, b) => b.score - a.score || a.column - b.column);
  const fields = new Set<ImportField>();
  for (const candidate of best) {
    if (taken.has(candidate.column) || fields.has(candidate.field)) continue;
    taken.set(candidate.column, candidate);
    fields.add(candidate.field);
  }
  // Units per pack say nothing about a product whose packs have no code.
  if (!fields.has("packBarcode")) for (const [column, { field }] of taken) if (field === "packSize" || field === "packUnit") taken.delete(column);
  const fallback = fields.has("name") ? undefined : likeliestName(facts.filter(({ column }) => !taken.has(column)));
  if (fallback !== undefined) taken.set(fallback.column, { column: fallback.column, field: "name", score: 0.3 });
  return taken;
}

/** Columns that are called exactly as a field of the shop's own. */
function ownColumns(facts: readonly ColumnFacts[], { customFields = [] }: GuessOptions): Map<number, Candidate> {
  return new Map(customFields.flatMap(({ id, name }) => {
    const fact = facts.find(({ label, profile }) => label !== "" && profile.filled > 0 && foldText(label) === foldText(name));
    return fact === undefined ? [] : [[fact.column, { column: fact.column, field: customKey(id), score: 1 }] as const];
  }));
}

/** No label speaks of a name: the free column of the most telling words stands in for it, and a question is asked about it. */
function likeliestName(facts: readonly ColumnFacts[]): ColumnFacts | undefined {
  const weigh = ({ profile }: ColumnFacts) => profile.distinct * Math.min(profile.length, 40);
  const wordy = facts.filter(({ label, profile }) => profile.letters > 0.5 && !fieldsOfLabel(label).has("ignored"));
  return wordy.sort((a, b) => weigh(b) - weigh(a))[0];
}

function score(fact: ColumnFacts, field: ImportField, options: GuessOptions): number {
  const fit = fitField(fact.profile, field);
  if (fit <= -0.7) return 0;
  const words = fieldsOfLabel(fact.label);
  if (words.size === 0) return fact.profile.filled === 0 ? 0 : scoreByContent(fact, field, fit);
  const weight = weightOf(fact.label, field, options);
  // "Código" over thirteen right digits each is a barcode, whatever else a code may be.
  if (weight === 0) return field === "barcode" && fit === 1 && words.has("sku") ? 0.82 : 0;
  return clamp(weight * 0.75 + fit * 0.25);
}

function weightOf(label: string, field: ImportField, { fromSupplier = false }: GuessOptions): number {
  const words = fieldsOfLabel(label);
  const bought = fromSupplier && isPlainPrice(label);
  if (bought && field === "costPrice") return words.get("costPrice") ?? words.get("salePrice") ?? 0;
  return (words.get(field) ?? 0) * (bought && field === "salePrice" ? 0.7 : 1);
}

/** A label of unknown words still names something: content alone convinces less there than under no label at all. */
function scoreByContent({ label, profile, column }: ColumnFacts, field: ImportField, fit: number): number {
  const unnamed = label === "" ? 0.55 : 0.4;
  if (field === "barcode") return fit === 1 ? 0.75 : fit >= 0.6 ? 0.5 : 0;
  if (field === "name") return fit >= 0.6 ? unnamed + Math.min(profile.length, 40) / 400 : 0;
  if (field === "salePrice") return profile.fractional > 0.2 && fit > 0.3 && label === "" ? 0.5 - column / 1000 : 0;
  if (field === "sku") return fit >= 0.4 && profile.spaced < 0.1 && profile.fractional < 0.1 && label === "" ? 0.5 - column / 1000 : 0;
  return 0;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, Math.round(value * 100) / 100));
}
