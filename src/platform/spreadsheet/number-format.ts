/** What a number format says about the meaning of a number, not about its looks. */
export interface NumberFormat {
  date: boolean;
  percent: boolean;
  /** "0" per digit and what stands between them ("000-0000"), when the format is a code's rather than an amount's. */
  code: string | null;
  /** A currency named in the format, other than a bare "$". */
  currency: string | null;
}

const PLAIN: NumberFormat = { date: false, percent: false, code: null, currency: null };
const DATE: NumberFormat = { ...PLAIN, date: true };
const PERCENT: NumberFormat = { ...PLAIN, percent: true };

/** ECMA-376 part 1, 18.8.30: formats that have a number and no text. 27–36 and 50–58 are dates in some languages. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return DATE;
  return id === 9 || id === 10 ? PERCENT : PLAIN;
}

/** Reads the first (positive) section of a format. */
export function readNumberFormat(format: string): NumberFormat {
  const section = firstSection(format);
  const currency = /\[\$(USD|US\$|U\$S|EUR|€|BRL|R\$|CLP|UYU)[^\]]*\]|"\s*(USD|US\$|U\$S|EUR|€|R\$)\s*"/i.exec(section);
  const bare = section.replace(/\[\$[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").replace(/"[^"]*"|\\.|_.|\*./g, "");
  if (/^general$/i.test(bare.trim())) return PLAIN;
  return {
    date: /[ymdhs]/i.test(bare),
    percent: bare.includes("%"),
    code: /^[0\s\-/.]*$/.test(bare) && !bare.includes(".") && (bare.match(/0/g)?.length ?? 0) > 1 ? codePattern(section) : null,
    currency: currency === null ? null : (currency[1] ?? currency[2] ?? "").toUpperCase(),
  };
}

function firstSection(format: string): string {
  let quoted = false;
  for (let i = 0; i < format.length; i += 1) {
    if (format[i] === '"') quoted = !quoted;
    else if (format[i] === "\\" && !quoted) i += 1;
    else if (format[i] === ";" && !quoted) return format.slice(0, i);
  }
  return format;
}

function codePattern(section: string): string {
  return section
    .replace(/\[[^\]]*\]|_./g, "")
    .replace(/"([^"]*)"/g, "$1")
    .replace(/\\(.)/g, "$1");
}

/** The number as its sheet shows it, where that says more than the digits: a padded code, a percentage, a currency. */
export function showNumber(number: string, { percent, code, currency }: NumberFormat): string {
  if (code !== null && /^\d+$/.test(number)) return fillCode(number, code);
  if (percent) return `${shiftTwo(number)}%`;
  return currency === null ? number : `${currency} ${number}`;
}

function fillCode(digits: string, pattern: string): string {
  let left = digits.length;
  let shown = "";
  for (let i = pattern.length - 1; i >= 0; i -= 1) {
    if (pattern[i] !== "0") shown = pattern[i]! + shown;
    else {
      left -= 1;
      shown = (digits[left] ?? "0") + shown;
    }
  }
  // Digits beyond the places stand before the first place.
  return left > 0 ? shown.replace(/\d/, (first) => digits.slice(0, left) + first) : shown;
}

/** × 100 by moving the point, exactly. */
function shiftTwo(number: string): string {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? ["", "", number, ""];
  const moved = `${whole}${fraction.padEnd(2, "0").slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = fraction.slice(2).replace(/0+$/, "");
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}`;
}

/** A spreadsheet's day number as ISO text: a date, a date with time, or a time alone. Null: outside 1900–9999. */
export function serialToIso(serial: number, epoch1904: boolean): string | null {
  const days = serial + (epoch1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 0 || days >= 2_958_466) return null;
  const minutes = Math.round((days % 1) * 1440);
  // The 1900 system counts a 29 February 1900 that never was, so day 60 and later are off by one before it.
  const whole = Math.floor(days) + (epoch1904 || days >= 60 ? 0 : 1);
  const at = new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000 + minutes * 60_000).toISOString();
  const time = at.slice(11, 16);
  if (serial < 1 && serial > 0) return time;
  return minutes === 0 ? at.slice(0, 10) : `${at.slice(0, 10)} ${time}`;
}
