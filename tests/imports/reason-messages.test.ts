import { createFormatter, createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { REFUSAL_CODES } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { LOCALES } from "@/messages/locales.ts";

/** Every value that a reason or a file problem may carry; a message that asks for another one fails here. */
const PARAMS = { value: "7,79E+12", read: "1234", max: 200, length: 201, row: 7, name: "Codo", size: 34 };

it.each(LOCALES)("%s: every reason and every problem of a file has its words", async (locale) => {
  const { imports } = await loadCatalogue(locale);
  expect(Object.keys(imports.reasons).sort()).toEqual(REFUSAL_CODES.filter((code) => code.startsWith("row_")).sort());
  expect(Object.keys(imports.errors).sort()).toEqual(REFUSAL_CODES.filter((code) => code.startsWith("file_")).sort());
  const say = createTranslator({ locale, messages: { imports }, namespace: "imports", onError: (error) => { throw error; } });
  for (const group of ["reasons", "errors"] as const) {
    for (const code of Object.keys(imports[group])) expect(say(`${group}.${code}` as "reasons.row_note", PARAMS)).toMatch(/^\S.*[.]$/s);
  }
  expect(say("errors.file_too_many_rows", { max: 150_000 })).toContain(createFormatter({ locale }).number(150_000));
});
