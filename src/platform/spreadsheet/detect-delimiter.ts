import Papa from "papaparse";

/** The first of equals wins: a decimal comma or a comma in prose must not outvote the sign that really parts the columns. */
const CANDIDATES = ["\t", ";", "|", ","] as const;
const SAMPLE_ROWS = 200;
const SAMPLE_LENGTH = 256 * 1024;

/** The sign between columns: the one under which most rows have the same number of columns. "" when the text has one column. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best = "";
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    const score = steadiness(sample, delimiter);
    // A later candidate must be clearly better, not better by a banner row.
    if (score > bestScore + (best === "" ? 0 : 0.15)) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Share of the filled rows whose column count is the most frequent one, above one. */
function steadiness(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: SAMPLE_ROWS });
  const widths = data.filter((row) => row.some((cell) => cell.trim() !== "")).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  counts.delete(1);
  const most = Math.max(0, ...counts.values());
  // One sentence with a comma is no column.
  return most < Math.min(2, widths.length) || most === 0 ? 0 : most / widths.length;
}
