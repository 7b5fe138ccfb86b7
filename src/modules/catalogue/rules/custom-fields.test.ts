import { expect, it } from "vitest";
import { changeValues, readFieldForm, type CustomField } from "./custom-fields.ts";

const field = (id: string, kind: CustomField["kind"], options: string[] = []): CustomField => ({ id, name: id, kind, options });
const FIELDS = [field("t", "text"), field("n", "number"), field("d", "date"), field("c", "choice", ["chico", "grande"]), field("y", "yes_no")];

it("keeps what is not given, takes away what is emptied, and forgets fields that are gone", () => {
  expect(changeValues(FIELDS, { t: "a", n: "1", gone: "x" }, { n: "2.5", t: null, d: "2026-02-28", c: "chico", y: "false" })).toEqual({ values: { n: "2.5", d: "2026-02-28", c: "chico", y: "false" }, wrong: [] });
});

it("says of each value what is wrong with it", () => {
  const { wrong } = changeValues(FIELDS, {}, { n: "dos", d: "2026-02-30", c: "mediano", y: "quizás", gone: "x", t: "lo que sea" });
  expect(wrong).toEqual([
    { path: "customFields.n", code: "not_a_number" }, { path: "customFields.d", code: "invalid" }, { path: "customFields.c", code: "not_allowed" },
    { path: "customFields.y", code: "invalid" }, { path: "customFields.gone", code: "not_found" },
  ]);
});

it("reads the numbers of a form as the shop writes them", () => {
  expect(readFieldForm(FIELDS, { n: "1.234,5", t: "1,5" }, ",")).toEqual({ n: "1234.5", t: "1,5" });
  expect(readFieldForm(FIELDS, { n: "x" }, ",")).toEqual({ n: "x" });
});
