/** GS1 General Specifications §7.9: weights 3,1,3,… from the digit left of the check digit. */
export function gtinCheckDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** EAN-8, UPC-A (12), EAN-13 or GTIN-14 with a right check digit. */
export function isGtin(code: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(code) && gtinCheckDigit(code.slice(0, -1)) === code.at(-1);
}

/** The check digit that a code of a GTIN's length should end with; null when it is right, or the code is none. */
export function wrongCheckDigit(code: string): string | null {
  if (!/^(\d{8}|\d{12,14})$/.test(code) || isGtin(code)) return null;
  return gtinCheckDigit(code.slice(0, -1));
}

/** What a scanner sent, as it is stored: trimmed, AIM identifier ("]E0") off, UPC-A widened to EAN-13. Leading zeros stay. */
export function normaliseBarcode(raw: string): string {
  const code = raw.trim().replace(/^\][A-Za-z]\d/, "");
  return /^\d{12}$/.test(code) && isGtin(code) ? `0${code}` : code;
}

/** The UPC-A that an eight-digit UPC-E stands for, zeros restored (GS1 General Specifications §5.2.2.4.2); null: it is none. */
export function upcEToUpcA(code: string): string | null {
  const parts = /^([01])(\d{2})(\d)(\d)(\d)(\d)(\d)$/.exec(code);
  if (!parts) return null;
  const [system, two, third, fourth, fifth, last, check] = parts.slice(1) as [string, string, string, string, string, string, string];
  const body =
    Number(last) <= 2 ? `${two}${last}0000${third}${fourth}${fifth}`
    : last === "3" ? `${two}${third}00000${fourth}${fifth}`
    : last === "4" ? `${two}${third}${fourth}00000${fifth}`
    : `${two}${third}${fourth}${fifth}0000${last}`;
  return system + body + check;
}
