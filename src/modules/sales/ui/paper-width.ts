import { deviceText } from "./counter/draft-storage.ts";

/** Millimetres of the rolls that till printers take. */
export const PAPER_WIDTHS = ["80", "58"] as const;
export type PaperWidth = (typeof PAPER_WIDTHS)[number];

/** What of the roll the printer's head reaches, as a class of the paper. */
export const LIVE_WIDTH: Readonly<Record<PaperWidth, string>> = { "80": "w-[72mm] text-sm", "58": "w-[48mm] text-xs" };

/** The roll of this device's printer. */
export function paperWidth(shopSlug: string): PaperWidth {
  const kept = paperOf(shopSlug).load();
  return PAPER_WIDTHS.find((width) => width === kept) ?? "80";
}

export function keepPaperWidth(shopSlug: string, width: PaperWidth): void {
  paperOf(shopSlug).save(width);
}

const paperOf = (shopSlug: string) => deviceText(`counter.paper.${shopSlug}`);
