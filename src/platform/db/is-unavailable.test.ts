import { expect, it } from "vitest";
import { isUnavailable } from "./is-unavailable.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });

it.each([
  [coded("ECONNREFUSED"), true],
  [coded("57P01"), true],
  [coded("08006"), true],
  [new Error("Connection terminated unexpectedly"), true],
  [new Error("timeout exceeded when trying to connect"), true],
  [new Error("outer", { cause: coded("57P03") }), true],
  [new AggregateError([coded("ECONNREFUSED")], ""), true],
  [coded("23505"), false],
  [new TypeError("x is not a function"), false],
  ["ECONNREFUSED", false],
])("%s: %s", (error, expected) => expect(isUnavailable(error)).toBe(expected));
