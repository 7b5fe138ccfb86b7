import PDFDocument from "pdfkit";
import { expect, it } from "vitest";
import { fontName } from "./fonts.ts";
import { measureText } from "./measure-text.ts";

it.each(["", "A", "AVATAR Té, W. «10 %»", "$\u00a09.990,00", "Tornillo 8 × 1 1/2\" ½ €"].flatMap((text) => [[text, true] as const, [text, false] as const]))("%j is as wide as pdfkit draws it", (text, bold) => {
  const drawn = new PDFDocument({ autoFirstPage: false }).font(fontName(bold)).fontSize(1_000).widthOfString(text) / 1_000;
  expect(measureText(text, bold)).toBeCloseTo(drawn, 9);
});
