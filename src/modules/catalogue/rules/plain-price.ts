import { fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { MONEY_SCALE } from "@/kernel/money.ts";

/** A stored unit price as machines read it: cents always, further decimals only where they say something. "150.0000" → "150.00". */
export function plainPrice(stored: Decimal): Decimal;
export function plainPrice(stored: Decimal | null): Decimal | null;
export function plainPrice(stored: Decimal | null): Decimal | null {
  if (stored === null) return null;
  const short = trimZeros(stored);
  const decimals = short.split(".")[1]?.length ?? 0;
  return decimals < MONEY_SCALE ? fix(short, MONEY_SCALE) : short;
}
