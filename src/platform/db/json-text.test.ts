import { expect, it } from "vitest";
import { jsonText } from "./json-text.ts";

it("leaves out what PostgreSQL's jsonb cannot hold, and nothing else", () => {
  expect(JSON.parse(jsonText({ a: "x\0y", b: ["\ud800z", "😀", "\\u0000"] }))).toEqual({ a: "xy", b: ["\ufffdz", "😀", "\\u0000"] });
  expect(jsonText({ a: 1 })).toBe('{"a":1}');
});
