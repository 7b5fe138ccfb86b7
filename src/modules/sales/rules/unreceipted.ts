import type { Decimal } from "@/kernel/decimal.ts";

interface SignedLine {
  quantity: Decimal;
  saleLineId?: string | undefined;
  returnedLineId?: string | null;
}

/** Of the lines of a sale, asked for or composed, the goods that come back while nobody knows which sale they left with. */
export function unreceiptedOf<T extends SignedLine>(lines: readonly T[]): T[] {
  return lines.filter(({ quantity, saleLineId, returnedLineId }) => quantity.startsWith("-") && saleLineId === undefined && (returnedLineId ?? null) === null);
}
