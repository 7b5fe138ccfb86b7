import Big from "big.js";
import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE } from "@/kernel/money.ts";

export const ROUNDING_MODES = ["nearest", "up", "down"] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** How prices up to a limit are rounded: to a multiple of `step`, plus `ending` (step 100, ending 90: 90, 190, 290…). */
export interface RoundingBand {
  /** The highest price of the band; null in the last one. */
  upTo: Decimal | null;
  step: Decimal;
  /** Not negative, below the step. */
  ending: Decimal;
  mode: RoundingMode;
}

const Fine = Big();
Fine.DP = 12;

const MODES = { nearest: Big.roundHalfUp, up: Big.roundUp, down: Big.roundDown } as const;

/**
 * Rounds a price by the band that it falls into; a price above all bands, or no band, stays. A rounded price stays within the limits of its
 * band, so that a dearer product is never rounded below a cheaper one; a positive price never becomes zero.
 * The same arithmetic stands in SQL (function round_to_band); tests/pricing compares them.
 */
export function roundPrice(price: Decimal, bands: readonly RoundingBand[]): Decimal {
  if (big(price).lte("0")) return fix(price, PRICE_SCALE);
  const at = bands.findIndex(({ upTo }) => upTo === null || big(price).lte(upTo));
  const band = bands[at];
  if (!band) return fix(price, PRICE_SCALE);
  const floor = bands[at - 1]?.upTo ?? "0";
  const rounded = toMultiple(price, band);
  const least = rounded.lte("0") ? big(big(band.ending).gt("0") ? band.ending : band.step) : rounded;
  const raised = least.lt(floor) ? big(floor) : least;
  return fix(band.upTo !== null && raised.gt(band.upTo) ? big(band.upTo) : raised, PRICE_SCALE);
}

function toMultiple(price: Decimal, { step, ending, mode }: RoundingBand): Big {
  const above = big(price).minus(ending);
  // Below the first ending there is nothing to round to but that.
  if (above.lt("0")) return big(ending);
  return new Fine(above).div(step).round(0, MODES[mode]).times(step).plus(ending);
}

/** Whether the bands make sense: limits rise, only the last is open, endings lie below their steps. */
export function isRounding(bands: readonly RoundingBand[]): boolean {
  return bands.every(({ upTo, step, ending }, i) => {
    const before = bands[i - 1];
    const rises = before === undefined || (before.upTo !== null && (upTo === null || big(upTo).gt(before.upTo)));
    return rises && big(step).gt("0") && big(ending).gte("0") && big(ending).lt(step) && (upTo === null || big(upTo).gt("0"));
  });
}
