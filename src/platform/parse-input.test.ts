import { expect, test } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse-input.ts";

const schema = z.strictObject({ name: z.string().max(5, "too_long").optional(), lines: z.array(z.strictObject({ count: z.int() })).optional() });

test.each([
  [{ name: "abcdef" }, "name", "too_long"],
  [{ name: 5 }, "name", "invalid"],
  [{ lines: [{}] }, "lines.0.count", "required"],
  [{ other: 1 }, "other", "unknown_field"],
  [{ name: "a\0b" }, "name", "invalid"],
  [{ name: "a\ud800b" }, "name", "invalid"],
  [{ lines: [{ count: 1 }, { count: "\udc00" }] }, "lines.1.count", "invalid"],
])("%j is refused at %s as %s", (input, path, code) => {
  expect(parseInput(schema, input)).toMatchObject({ ok: false, fields: [expect.objectContaining({ path, code })] });
});

test("a body that is wrong everywhere is not answered at greater length than it has", () => {
  const refused = parseInput(schema, Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1])));
  expect(!refused.ok && refused.fields).toHaveLength(100);
});

test("whole texts pass, signs beyond the first plane too", () => {
  expect(parseInput(schema, { name: "ñ😀" })).toEqual({ ok: true, value: { name: "ñ😀" } });
});
