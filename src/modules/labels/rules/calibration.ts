/** How far a printer is off: what the paper needs so that labels come out where they should. */
export interface Calibration {
  /** Hundredths of a millimetre, to the right and down. */
  offsetX: number;
  offsetY: number;
  /** Hundredths of a percent: 10000 prints as drawn. */
  scale: number;
}

export const AS_DRAWN: Calibration = { offsetX: 0, offsetY: 0, scale: 10_000 };

export const MEDIA = ["sheet", "roll"] as const;
export type Medium = (typeof MEDIA)[number];

/** Beyond these a printer is set wrongly ("fit to page") and should be put right instead. */
export const MOST_OFFSET = 1_000;
export const LEAST_SCALE = 9_500;
export const MOST_SCALE = 10_500;
