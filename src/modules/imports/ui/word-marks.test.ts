import { expect, it } from "vitest";
import { wordMarks } from "./word-marks.ts";

it("marks the words that the other name lacks, whatever their case and accents", () => {
  expect(wordMarks("Pinza UNIVERSAL 8\" Bahco", "pinza universal 6\"")).toEqual([
    { text: "Pinza", differs: false }, { text: "UNIVERSAL", differs: false }, { text: "8\"", differs: true }, { text: "Bahco", differs: true },
  ]);
});
