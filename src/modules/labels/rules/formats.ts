/** A paper and how labels lie on it; all lengths in millimetres. */
export interface LabelFormat {
  medium: "sheet" | "roll";
  page: { width: number; height: number };
  label: { width: number; height: number };
  columns: number;
  rows: number;
  /** From the page's corner to the first label's. */
  margin: { left: number; top: number };
  /** From one label's corner to the next one's. */
  pitch: { x: number; y: number };
  /** Kept free inside each label: where knives and printers are inexact. */
  padding: { x: number; y: number };
  /** Plain paper, to be cut along printed frames. */
  cut?: boolean;
}

const A4 = { width: 210, height: 297 };

function sheet(columns: number, rows: number, [width, height]: [number, number], [left, top]: [number, number], pitch: [number, number], padding: [number, number] = [2, 1.5]): LabelFormat {
  return { medium: "sheet", page: A4, label: { width, height }, columns, rows, margin: { left, top }, pitch: { x: pitch[0], y: pitch[1] }, padding: { x: padding[0], y: padding[1] } };
}

function roll(width: number, height: number, padding: [number, number]): LabelFormat {
  const label = { width, height };
  return { medium: "roll", page: label, label, columns: 1, rows: 1, margin: { left: 0, top: 0 }, pitch: { x: width, y: height }, padding: { x: padding[0], y: padding[1] } };
}

/**
 * Papers that shops buy, by what their makers print on the box (the usual A4 die cuts, for which word processors have templates too), two to
 * be cut out of plain paper, and rolls. Keys are kept in batches: they are never renamed.
 */
export const LABEL_FORMATS = {
  // No margin on the left and right: the padding keeps clear of what a printer cannot reach.
  "a4-24": sheet(3, 8, [70, 37], [0, 0.5], [70, 37], [5, 2.5]),
  "a4-21": sheet(3, 7, [63.5, 38.1], [7.25, 15.15], [66, 38.1]),
  "a4-40": sheet(4, 10, [48.5, 25.4], [8, 21.5], [48.5, 25.4]),
  "a4-65": sheet(5, 13, [38.1, 21.2], [4.75, 10.7], [40.6, 21.2], [1.5, 1.2]),
  "a4-14": sheet(2, 7, [99.1, 38.1], [4.65, 15.15], [101.6, 38.1]),
  "a4-8": sheet(2, 4, [99.1, 67.7], [4.65, 13.1], [101.6, 67.7], [4, 3]),
  "cut-8": { ...sheet(2, 4, [95, 68], [10, 12.5], [95, 68], [4, 4]), cut: true },
  "cut-24": { ...sheet(3, 8, [63, 33], [10.5, 16.5], [63, 33]), cut: true },
  "roll-50x25": roll(50, 25, [1.5, 1.2]),
  "roll-40x30": roll(40, 30, [1.5, 1.5]),
  "roll-100x50": roll(100, 50, [3, 2.5]),
  // Receipt paper: printers of 58 mm reach 48 mm of it.
  "roll-58": roll(58, 40, [5, 2]),
} as const satisfies Record<string, LabelFormat>;

export type FormatKey = keyof typeof LABEL_FORMATS;

export const FORMAT_KEYS = Object.keys(LABEL_FORMATS) as readonly FormatKey[];

export function isFormatKey(text: string): text is FormatKey {
  return Object.hasOwn(LABEL_FORMATS, text);
}

export function formatOf(key: FormatKey): LabelFormat {
  return LABEL_FORMATS[key];
}

export function labelsPerPage({ columns, rows }: LabelFormat): number {
  return columns * rows;
}
