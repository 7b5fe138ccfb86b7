import { expect, it } from "vitest";
import { correctWord, countErrors } from "./correct-word.ts";

it.each([["tornillo", "tornillo", 0], ["tronillo", "tornillo", 1], ["tornilo", "tornillo", 1], ["tornlllo", "tornillo", 1], ["", "abc", 3], ["cable", "tabla", 2]])(
  "%s is %s with %i errors", (a, b, errors) => expect(countErrors(a, b)).toBe(errors));

const vocabulary = ["candado", "canilla", "cano", "codo", "destornillador", "tornillo", "torniquete", "tuerca"];

it.each([
  ["tronillo", "tornillo"],
  ["candaddo", "candado"],
  ["canila", "canilla"],
  ["destronilla", "destornillador"],
  ["tuerka", "tuerca"],
])("%s may mean %s", (word, meant) => expect(correctWord(word, vocabulary)[0]).toBe(meant));

it("does not guess at short words and codes", () => {
  expect(correctWord("cod", vocabulary)).toEqual([]);
  expect(correctWord("cano1", vocabulary)).toEqual([]);
  expect(correctWord("zzzzzz", vocabulary)).toEqual([]);
});
