import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cutTo } from "./cut-to.ts";

const line = z.object({ id: z.string(), note: z.object({ text: z.string() }).nullable() });

describe("F14 an answer is cut to what its schema names", () => {
  it("drops what nobody named, however deep, and keeps the rest as it is", () => {
    const answer = z.object({ items: z.array(line), nextCursor: z.string().nullable(), sums: z.record(z.string(), z.object({ sum: z.string() })).optional() });
    const value = {
      items: [{ id: "a", cost: "1.00", note: { text: "hola", author: "x" } }, { id: "b", note: null }],
      nextCursor: null,
      passwordHash: "secret",
      sums: { cash: { sum: "2.00", cost: "1.00" } },
    };
    expect(cutTo(answer, value)).toEqual({ items: [{ id: "a", note: { text: "hola" } }, { id: "b", note: null }], nextCursor: null, sums: { cash: { sum: "2.00" } } });
  });

  it("lets through what the schema leaves open, and no list in a list's place that is none", () => {
    expect(cutTo(z.looseObject({ id: z.string() }), { id: "a", more: 1 })).toEqual({ id: "a", more: 1 });
    expect(cutTo(z.array(line), { id: "a" })).toEqual([]);
    expect(cutTo(z.null(), null)).toBeNull();
  });

  it("cuts to the alternative that fits, and hands out none that does not", () => {
    const either = z.union([z.object({ kind: z.literal("a"), x: z.string() }), z.object({ kind: z.literal("b"), y: z.string() })]);
    expect(cutTo(either, { kind: "b", y: "1", x: "2" })).toEqual({ kind: "b", y: "1" });
    expect(() => cutTo(either, { kind: "c", cost: "1" })).toThrow(/none of the alternatives/);
  });

  it("is not fooled by names that every object has", () => {
    expect(cutTo(z.object({}), JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'))).toEqual({});
  });
});
