/** Languages of the interface. es-AR is the source catalogue; a shop's number format and currency are another matter (kernel/format-style.ts). */
export const LOCALES = ["es-AR", "en", "pt-BR"] as const;

export type UiLocale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: UiLocale = "es-AR";

export const LOCALE_COOKIE = "locale";

export function isUiLocale(text: unknown): text is UiLocale {
  return LOCALES.some((locale) => locale === text);
}

/** The person's choice; else the best language of the browser (RFC 9110 §12.5.4, by its own order of preference); else es-AR. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): UiLocale {
  if (isUiLocale(chosen)) return chosen;
  for (const tag of preferredTags(acceptLanguage ?? "")) {
    const exact = LOCALES.find((locale) => locale.toLowerCase() === tag);
    const sameLanguage = LOCALES.find((locale) => locale.split("-")[0] === tag.split("-")[0]);
    const match = exact ?? sameLanguage;
    if (match) return match;
  }
  return DEFAULT_LOCALE;
}

function preferredTags(header: string): string[] {
  return header
    .split(",")
    .slice(0, 20)
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const weight = params.map((param) => /^\s*q=([\d.]{1,5})$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
