/** A code as its norm writes it, in modules, with the quiet zones that it needs at its sides. */
export type Symbol =
  | { kind: "bars"; gtin: boolean; /** Bar, space, bar… */ widths: readonly number[]; quiet: readonly [number, number]; /** Under the bars. */ text: string }
  | { kind: "matrix"; /** Modules of a side. */ size: number; /** Row by row. */ dark: readonly boolean[]; quiet: number };

/** Half of a printer's dots at 203 dpi would blur the edges of bars. */
const ROLL_DOT = 0.125;

/** GS1 General Specifications, table of symbols at retail: 0.264 mm at least, and 0.249 mm where labels are printed one by one on thermal paper. */
const LEAST = { sheet: { gtin: 0.264, other: 0.19 }, roll: { gtin: 2 * ROLL_DOT, other: 2 * ROLL_DOT } } as const;
const MOST = { sheet: 0.36, roll: 3 * ROLL_DOT } as const;

/** Modules of the symbol with its quiet zones. */
export function modulesAcross(symbol: Symbol): number {
  if (symbol.kind === "matrix") return symbol.size + 2 * symbol.quiet;
  return symbol.widths.reduce((sum, width) => sum + width, 0) + symbol.quiet[0] + symbol.quiet[1];
}

/** Millimetres of a bar's module in so much room; whole dots on rolls. Null: too narrow for a scanner. */
export function moduleWidth(symbol: Extract<Symbol, { kind: "bars" }>, room: number, medium: "sheet" | "roll"): number | null {
  const most = Math.min(MOST[medium], room / modulesAcross(symbol));
  const width = medium === "roll" ? Math.floor(most / ROLL_DOT + 1e-9) * ROLL_DOT : most;
  return width >= LEAST[medium][symbol.gtin ? "gtin" : "other"] ? width : null;
}

/** The same of a QR code, which phones and scanners read from 0.25 mm on. */
export function matrixModule(symbol: Extract<Symbol, { kind: "matrix" }>, room: number, medium: "sheet" | "roll"): number | null {
  const most = Math.min(0.75, room / modulesAcross(symbol));
  const width = medium === "roll" ? Math.floor(most / ROLL_DOT + 1e-9) * ROLL_DOT : most;
  return width >= 0.25 ? width : null;
}
