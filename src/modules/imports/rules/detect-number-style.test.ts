import { expect, it } from "vitest";
import { numberCell, textCell } from "@/platform/spreadsheet/cell.ts";
import { detectNumberStyle, groupLikeSign } from "./detect-number-style.ts";

const style = (texts: string[], locale: "," | "." = ",") => detectNumberStyle(texts.map(textCell), locale);

it.each([
  [["1.234,50"], ",", true],
  [["1,234.50"], ".", true],
  [["1.234", "12,5"], ",", true],
  [["1,234", "12.5"], ".", true],
  [["1.234.567"], ",", true],
  [["0.350", "1.250"], ".", true],
  [["1234.500"], ".", true],
  [["$ 1.234", "U$S 5,5"], ",", true],
  [["1.234", "5"], ",", false],
  [["5", "7"], ",", false],
] as const)("%j: %s, certain %s", (texts, decimal, certain) => expect(style([...texts])).toMatchObject({ decimal, certain, mixed: false }));

it("without proof the locale decides, and the doubtful cells are counted", () => {
  expect(style(["1.234", "2,345", "9"], ".")).toEqual({ decimal: ".", certain: false, mixed: false, ambiguous: 2, sample: "1.234" });
});

it("proof of both: the majority reads, nothing is certain", () => {
  expect(style(["1.234,5", "1,5", "1.5", "1.234"])).toEqual({ decimal: ",", certain: false, mixed: true, ambiguous: 1, sample: "1.234" });
});

it("number cells prove nothing about texts", () => expect(detectNumberStyle([numberCell("1.5"), textCell("1.234")], ",").certain).toBe(false));

it.each([["1.234", "."], ["$ 12,345", ","], ["0.350", null], ["1234.500", null], ["1.23", null], ["1.234.567", null]])("%s reads in two ways by %s", (text, sign) => expect(groupLikeSign(text)).toBe(sign));
