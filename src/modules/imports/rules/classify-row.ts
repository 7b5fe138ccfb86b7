import { isBlank, type Cell, type Row } from "@/platform/spreadsheet/cell.ts";
import { foldText } from "./fold-text.ts";
import { fieldsOfLabel } from "./header-words.ts";
import type { ImportField, ReadPlan } from "./import-values.ts";
import { absenceOf } from "./no-value.ts";

export type RowKind = "product" | "section" | "note" | "header" | "total" | "blank";

export interface RowClass {
  kind: RowKind;
  /** For a section: its title, which the rows below belong to. */
  title?: string;
}

const LONGEST_TITLE = 60;
const TOTAL = /^(sub ?)?totale?s?( (general|geral|articulos|productos|items|final|stock|a pagar|de (articulos|productos|items|la lista)))*( \d+)*$|^(suma|sumas iguales|cantidad de (articulos|productos|items)|grand total)( \d+)*$/;
const CONTACT = /@|www\.|https?:|\b(tel|cel|fax|whatsapp|cuit|email|mail)\b|\d{3,}[\s-]?\d{4}/i;
/** Fields that only a product's row fills. */
const OWN_FIELDS = ["barcode", "sku", "salePrice", "costPrice", "stock", "supplierCode", "unit", "taxRate", "minStock"] as const satisfies readonly ImportField[];

/** Tells a product's row from the titles, repeated headers, totals and notes that lists carry between them. */
export function classifyRow(row: Row, plan: ReadPlan): RowClass {
  const filled = row.map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (filled.length === 0) return { kind: "blank" };
  if (isRepeatedHeader(filled, plan.labels)) return { kind: "header" };
  if (isTotal(filled, plan)) return { kind: "total" };
  // A category merged down a block of products repeats in the rows below it, also in an empty one.
  const own = filled.filter(({ cell }) => cell.filled !== true);
  if (own.length === 0) return { kind: "blank" };
  return titleOrNote(own, plan) ?? { kind: "product" };
}

interface Place {
  cell: Cell;
  column: number;
}

/** Lists made for paper print their header again on each page. */
function isRepeatedHeader(filled: readonly Place[], labels: readonly string[]): boolean {
  const same = filled.filter(({ cell, column }) => cell.text.trim().toLowerCase() === labels[column]?.toLowerCase()).length;
  return filled.length >= 2 && same >= Math.max(2, filled.length * 0.6);
}

function isTotal(filled: readonly Place[], { mapping: { columns } }: ReadPlan): boolean {
  const texts = filled.filter(({ cell }) => cell.kind === "text" && /\p{L}/u.test(cell.text));
  if (texts.length !== 1 || !TOTAL.test(foldText(texts[0]!.cell.text))) return false;
  const total = texts[0]!;
  return filled.every(({ column }) => column === total.column || (column !== columns.sku && column !== columns.barcode));
}

function titleOrNote(own: readonly Place[], plan: ReadPlan): RowClass | null {
  const { columns } = plan.mapping;
  const named = groupAndTitle(own, columns.name);
  if (named !== null) return { kind: "section", title: named };
  const [place] = own;
  if (own.length !== 1 || place === undefined || place.cell.kind !== "text" || place.cell.formula === true) return null;
  if (!/\p{L}{2}/u.test(place.cell.text)) return place.column === columns.name ? null : { kind: "note" };
  // A list of names alone has no other sign of a product.
  const mapped = OWN_FIELDS.some((field) => columns[field] !== undefined);
  if (!mapped || OWN_FIELDS.some((field) => columns[field] === place.column && field !== "sku" && field !== "supplierCode")) return null;
  const text = place.cell.text.replace(/\s+/g, " ").trim();
  return isTitle(text, place, columns.name) ? { kind: "section", title: withoutGroupWord(text) } : { kind: "note" };
}

/** In the column of names, where a description may be broken over two rows, a title must also look like one. */
function isTitle(text: string, { cell, column }: Place, nameColumn: number | undefined): boolean {
  if (text.length > LONGEST_TITLE || CONTACT.test(text) || /[.;!?]$/.test(text)) return false;
  if (column !== nameColumn || (cell.span ?? 1) > 1) return true;
  const short = /^[\p{Lu}\d]/u.test(text) && text.split(" ").length <= 4;
  return text === text.toUpperCase() || short;
}

/** "Rubro: | PLOMERÍA" in two cells. */
function groupAndTitle(own: readonly Place[], nameColumn: number | undefined): string | null {
  const [group, title] = own;
  if (own.length !== 2 || group === undefined || title === undefined || title.cell.kind !== "text" || group.column === nameColumn) return null;
  const announces = group.cell.kind === "text" && fieldsOfLabel(group.cell.text).get("category") === 1 && absenceOf(title.cell) === null;
  return announces && title.cell.text.trim().length <= LONGEST_TITLE ? title.cell.text.replace(/\s+/g, " ").trim() : null;
}

/** "RUBRO: PLOMERÍA" → "PLOMERÍA". */
function withoutGroupWord(text: string): string {
  const [, group, title] = /^([^:]{2,20}):\s*(.+)$/.exec(text) ?? [];
  return group !== undefined && title !== undefined && fieldsOfLabel(group).has("category") ? title : text.replace(/^[-*=\s]+|[-*=:\s]+$/g, "");
}
