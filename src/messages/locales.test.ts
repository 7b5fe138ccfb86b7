import { expect, it } from "vitest";
import { chooseLocale } from "./locales.ts";

it.each([
  ["en", "pt-BR", "en"],
  ["fr", "pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
  [undefined, "fr-FR,en-GB;q=0.7", "en"],
  [undefined, "en;q=0.4,es-MX;q=0.9", "es-AR"],
  [undefined, "pt;q=0,de", "es-AR"],
  [undefined, null, "es-AR"],
  ["../../etc", ",,;;q=x", "es-AR"],
])("cookie %s, Accept-Language %s: %s", (cookie, header, locale) => expect(chooseLocale(cookie, header)).toBe(locale));
