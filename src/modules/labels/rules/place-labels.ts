import { labelsPerPage, type LabelFormat } from "./formats.ts";

/** Where a label lies; millimetres from the page's upper left corner. */
export interface Place {
  /** From 0. */
  page: number;
  x: number;
  y: number;
}

/** The place of the n-th label (from 0) when the first one goes into cell `start` (from 1, row by row) of a partly used sheet. */
export function placeOf(format: LabelFormat, start: number, n: number): Place {
  const perPage = labelsPerPage(format);
  const cell = start - 1 + n;
  const onPage = cell % perPage;
  return {
    page: Math.floor(cell / perPage),
    x: format.margin.left + (onPage % format.columns) * format.pitch.x,
    y: format.margin.top + Math.floor(onPage / format.columns) * format.pitch.y,
  };
}

/** Pages that so many labels take. */
export function pagesFor(format: LabelFormat, start: number, labels: number): number {
  return labels === 0 ? 0 : Math.ceil((start - 1 + labels) / labelsPerPage(format));
}
