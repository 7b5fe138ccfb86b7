/** Signs of trade that the encoding of standard PDF fonts lacks, by the nearest that it has. */
const NEAREST: Readonly<Record<string, string>> = {
  "⌀": "Ø", "∅": "Ø", "″": '"', "′": "'", "‟": '"', "−": "-", "‐": "-", "‑": "-", "⁄": "/", "∕": "/", "✕": "×", "✖": "×", "≤": "<=", "≥": ">=", "≈": "~", "≠": "<>",
  "Ω": "Ohm", "μ": "µ", "℃": "°C", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "→": "->", "←": "<-", "₂": "2", "₃": "3", "\u202f": "\u00a0", "\u2009": " ",
};

/** Windows-1252 beyond Latin-1. */
const BEYOND_LATIN_1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/** The text in what standard PDF fonts can write (WinAnsi, ISO 32000-1 annex D): other letters lose their accents, other signs become "?". */
export function printableText(text: string): string {
  let written = "";
  for (const sign of text.normalize("NFC")) {
    if (isWinAnsi(sign)) written += sign;
    else written += NEAREST[sign] ?? ([...sign.normalize("NFKD")].filter(isWinAnsi).join("") || (/\p{Cc}|\p{Cf}|\p{M}/u.test(sign) ? "" : "?"));
  }
  return written;
}

function isWinAnsi(sign: string): boolean {
  return /^[\x20-\x7e\xa0-\xff]$/.test(sign) || BEYOND_LATIN_1.includes(sign);
}
