const CUIT_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

const weigh = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** Argentina's CUIT, 11 digits: modulo 11 over the first ten; what would need a digit of two places is never issued. */
function isCuit(digits: string): boolean {
  const rest = 11 - (weigh(digits, CUIT_WEIGHTS) % 11);
  return rest !== 10 && String(rest === 11 ? 0 : rest) === digits[10];
}

/** Brazil's CNPJ, 14 digits with two check digits, modulo 11. */
function isCnpj(digits: string): boolean {
  const check = (sum: number): string => String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  return digits[12] === check(weigh(digits, CNPJ_WEIGHTS.slice(1))) && digits[13] === check(weigh(digits, CNPJ_WEIGHTS));
}

/** A supplier's tax id as it is kept, digits only; null when its check digits do not fit. Dashes, points, slashes and spaces may stand between. */
export function readTaxId(text: string): string | null {
  const digits = text.replace(/[\s./-]/g, "");
  if (/^\d{11}$/.test(digits)) return isCuit(digits) ? digits : null;
  return /^\d{14}$/.test(digits) && isCnpj(digits) ? digits : null;
}

/** As people read it: 30-71234567-1. */
export function writeTaxId(digits: string): string {
  return digits.length === 11 ? `${digits.slice(0, 2)}-${digits.slice(2, 10)}-${digits.slice(10)}` : digits.replace(/^(..)(...)(...)(....)(..)$/, "$1.$2.$3/$4-$5");
}
