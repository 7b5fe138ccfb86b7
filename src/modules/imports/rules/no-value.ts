import type { Cell } from "@/platform/spreadsheet/cell.ts";
import { foldText } from "./fold-text.ts";

/** Errors as spreadsheets write them, in English, Spanish and Portuguese, since a CSV carries their text. */
const ERROR_TEXT = /^(#[¡¿]?[A-ZÁÉÍÓÚÇ?]+(\/[A0D])?[!?]?|#[¡¿]?DIV\/0!|#N\/[AD]|Err:\d{3})$/i;

/** Words that stand where a value is missing, folded. */
const MISSING = new Set(
  "na|n a|n d|nd|s d|sd|s p|sp|s c|null|none|nan|consultar|consulte|consulta|a consultar|cons|sin precio|s precio|sin dato|sin datos|sin codigo|s codigo|s cod|sin cod|no tiene|no aplica|sin stock|agotado|a confirmar|a definir|preco sob consulta|sob consulta|a combinar|ask|call|tbd|on request".split(
    "|",
  ),
);

export type Absence = "empty" | "word" | "error";

/** Why a cell holds no value, or null when it holds one. A formula without a stored result is an error: nobody calculated it. */
export function absenceOf(cell: Cell | undefined): Absence | null {
  if (cell === undefined) return "empty";
  if (cell.kind === "empty") return cell.formula === true ? "error" : "empty";
  if (cell.kind === "error") return "error";
  if (cell.kind !== "text") return null;
  const text = cell.text.replace(/[\s\u200b-\u200d\ufeff]+/g, " ").trim();
  if (ERROR_TEXT.test(text)) return "error";
  if (/^[-–—_.*?/\s$]*$/.test(text)) return text === "" ? "empty" : "word";
  return text.length <= 24 && MISSING.has(foldText(text)) ? "word" : null;
}
