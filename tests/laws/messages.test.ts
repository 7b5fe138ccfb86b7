import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { REFUSAL_CODES } from "@/kernel/refusal.ts";
import { NAMESPACES } from "@/messages/catalogue.ts";
import { LOCALES, type UiLocale } from "@/messages/locales.ts";
import { REFUSAL_PARAMS } from "@/messages/refusal-message.ts";
import { BOOKKEEPING } from "@/modules/tenancy/rules/list-changes.ts";
import { AUDIT_NOUNS } from "@/modules/tenancy/rules/audit-nouns.ts";
import { icuArguments } from "../support/icu-arguments.ts";

const SOURCE = path.resolve("src");
const FOLDER = path.join(SOURCE, "messages");

type Flat = ReadonlyMap<string, string>;

const catalogues = new Map<UiLocale, Flat>(LOCALES.map((locale) => [locale, readLocale(locale)]));

function readLocale(locale: UiLocale): Flat {
  const files = readdirSync(path.join(FOLDER, locale)).filter((file) => file.endsWith(".json"));
  return new Map(files.flatMap((file) => flatten(JSON.parse(readFileSync(path.join(FOLDER, locale, file), "utf8")), path.basename(file, ".json"))));
}

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === "string") return [[key, value]];
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error(`${key} is neither a text nor a group`);
  return Object.entries(value).flatMap(([name, child]) => flatten(child, `${key}.${name}`));
}

describe.each(LOCALES)("%s", (locale) => {
  const messages = catalogues.get(locale)!;
  const source = catalogues.get("es-AR")!;

  it("has the keys of the source", () => expect([...messages.keys()].sort()).toEqual([...source.keys()].sort()));

  it("asks for the arguments of the source", () => {
    const differing = [...messages].filter(([key, text]) => icuArguments(text).join() !== icuArguments(source.get(key) ?? "").join());
    expect(differing).toEqual([]);
  });

  it("leaves nothing empty and shouts nowhere", () => {
    expect([...messages].filter(([, text]) => text.trim() === "" || /[!¡]/.test(text))).toEqual([]);
  });

  it("uses the words of the glossary", () => {
    const wrong = [...messages].flatMap(([key, text]) => FORBIDDEN[locale].filter((word) => word.test(text)).map((word) => `${key}: ${text} (${word.source})`));
    expect(wrong).toEqual([]);
  });

  it("has every namespace in the catalogue", () => {
    expect(readdirSync(path.join(FOLDER, locale)).sort()).toEqual(NAMESPACES.map((namespace) => `${namespace}.json`).sort());
  });

  it("says every refusal, with and without its values", () => {
    const errors = JSON.parse(readFileSync(path.join(FOLDER, locale, "errors.json"), "utf8")) as Record<string, string>;
    expect(Object.keys(errors).sort()).toEqual([...REFUSAL_CODES].sort());
    const t = createTranslator({ locale, messages: { errors }, namespace: "errors", onError: (error) => { throw error; } }) as unknown as (code: string, values: object) => string;
    for (const code of REFUSAL_CODES) {
      for (const value of ["none", "7"]) {
        const said = t(code, Object.fromEntries(REFUSAL_PARAMS.map((name) => [name, value])));
        expect(said, code).not.toMatch(/[{}]|none|errors\./);
      }
    }
  });
});

/** What commands write into the trail, as "noun.verb". */
function recordedActions(code: string): string[] {
  const calls = [...code.matchAll(/recordAudit\([^;]*?\baction: ([^;]*?),\s*entity/gs)].map((call) => call[1]!);
  return calls.flatMap((action) => [...action.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map((name) => name[1]!));
}

/** Names that commands give to what they tell of a deed; `before` and `after` hold a record's own fields. */
function toldFields(code: string): string[] {
  return [...code.matchAll(/\bdetail: (\{.*)/g)].flatMap(([, text]) => outerNames(text!)).filter((name) => name !== "before" && name !== "after");
}

/** Names of the outermost group that a text begins with. */
function outerNames(text: string): string[] {
  let depth = 0;
  let outer = "";
  for (const sign of text) {
    if ("{[(".includes(sign)) depth += 1;
    else if ("}])".includes(sign)) depth -= 1;
    else if (depth === 1) outer += sign;
    if (depth === 0) break;
  }
  return outer.split(",").flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? []);
}

describe("the trail", () => {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => readFileSync(path.join(SOURCE, file), "utf8"));
  const actions = sources.flatMap(recordedActions);
  const fields = sources.flatMap(toldFields);

  it("control: actions are found, chosen ones too", () => {
    expect(recordedActions('await recordAudit(tx, ctx, { action: old ? "a.change" : "a.make", entity: "a" });')).toEqual(["a.change", "a.make"]);
    expect(actions).toEqual(expect.arrayContaining(["sale.register", "category.update", "member.leave"]));
    expect(toldFields('detail: { name, before: { a: 1 }, lines: rows.map((row) => row.n), ...rest, total: sum(x, y) } }),')).toEqual(["name", "lines", "total"]);
    expect(fields).toEqual(expect.arrayContaining(["reason", "fileName", "total"]));
  });

  it.each(LOCALES)("says every action and what is told of it, and can be filtered by its noun, in %s", (locale) => {
    const messages = catalogues.get(locale)!;
    expect([...new Set(actions)].filter((action) => !messages.has(`audit.actions.${action}`))).toEqual([]);
    expect([...new Set(fields)].filter((name) => !BOOKKEEPING.has(name) && !messages.has(`audit.fields.${name}`))).toEqual([]);
    expect([...new Set(actions.map((action) => action.split(".")[0]!))].sort()).toEqual([...AUDIT_NOUNS].sort());
  });
});

// One word per thing. es-AR speaks to "vos": forms of tú and usted are wrong too.
const FORBIDDEN: Readonly<Record<UiLocale, readonly RegExp[]>> = {
  "es-AR": [
    word("empresas?|tenants?|familias?|departamentos?|skus?|costes?|existencias|vendors?|ítems?|items?|métodos?|anticipos?|cotizaci[oó]n(es)?|utilidad(es)?"),
    // "Factura" is the fiscal document alone; a supplier's paper is a "boleta".
    /^(?!.*(fiscal|impuesto|IVA|no válido como)).*\bfacturas?\b/i,
    word("artículos?(?! varios)"),
    word("puedes|tienes|quieres|debes|escribe|elige|revisa|intenta|haz|usted|ustedes"),
    /error inesperado/i,
  ],
  en: [word("tenants?|skus?|vendors?|companies|company"), /unexpected error/i],
  "pt-BR": [word("empresas?|tenants?|skus?|stock|vendors?|productos?|precios?|ventas?|usted|tu|vos"), /erro inesperado/i],
};

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_{])(${pattern})(?![\\p{L}\\p{N}_])`, "iu");
}

/** Tables about letters, keys and passwords: data that no one reads as words of ours. */
const ABOUT_LETTERS: readonly string[] = [
  "platform/spreadsheet/read-html-tables.ts",
  "platform/spreadsheet/text-encoding.ts",
  "modules/identity/rules/common-words.ts",
  "modules/imports/rules/no-value.ts",
  "modules/sales/rules/scan-detector.ts",
];

describe("the code", () => {
  it("holds no Spanish: words live in the catalogues", () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
      .map((file) => file.split(path.sep).join("/"))
      .filter((file) => /\.tsx?$/.test(file) && !/^messages\/|(^|\/)(samples?|fixtures|generated)\/|\.test\.tsx?$/.test(file));
    const spanish = files.filter((file) => /[áéíóúñ¿¡]/i.test(withoutComments(readFileSync(path.join(SOURCE, file), "utf8"))));
    expect(spanish.filter((file) => !ABOUT_LETTERS.includes(file))).toEqual([]);
  });
});

// Strings are matched first, so that "//" inside one is not taken for a comment.
function withoutComments(code: string): string {
  return code.replace(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, text: string | undefined) => text ?? "");
}
