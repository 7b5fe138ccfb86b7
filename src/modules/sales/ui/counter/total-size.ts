/** Largest type in which an amount ("104202.50") still fits the side panel of 20 rem. */
export function totalSize(amount: string): string | undefined {
  if (amount.length <= 7) return undefined;
  if (amount.length === 8) return "[--text-total:3.25rem]";
  if (amount.length === 9) return "[--text-total:2.75rem]";
  return amount.length <= 11 ? "[--text-total:2.25rem]" : "[--text-total:1.75rem]";
}
