/**
 * What makes two numbers of a supplier's papers the same: "A 0001-00001234", "a1-1234" and "A-1-1234" are one. Letters and runs of digits
 * without leading zeros, nothing between them but a dash. Empty when the text has neither.
 */
export function numberKey(number: string): string {
  const parts = number.normalize("NFKD").toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\d)/, "")).join("-");
}
