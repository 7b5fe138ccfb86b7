import type PDFDocument from "pdfkit";
import { fontName } from "@/platform/pdf/fonts.ts";
import type { Mark } from "../rules/compose-label.ts";

/** PDF counts in points, papers are measured in millimetres. */
export const POINTS_PER_MM = 72 / 25.4;

/** Draws the marks of one label, whose upper left corner is the origin. */
export function drawMarks(doc: PDFDocument, marks: readonly Mark[], x: number, y: number): void {
  const at = (mm: number): number => mm * POINTS_PER_MM;
  for (const mark of marks) {
    if (mark.kind === "text") doc.font(fontName(mark.bold)).fontSize(at(mark.size)).text(mark.text, at(x + mark.x), at(y + mark.y), { lineBreak: false, baseline: "alphabetic" });
    else if (mark.rects.length > 0) {
      for (const [left, top, width, height] of mark.rects) doc.rect(at(x + left), at(y + top), at(width), at(height));
      doc.fill("black");
    }
  }
}

/** A hairline around a label on plain paper, for the scissors. */
export function drawFrame(doc: PDFDocument, x: number, y: number, width: number, height: number): void {
  const at = (mm: number): number => mm * POINTS_PER_MM;
  doc.lineWidth(0.25).rect(at(x), at(y), at(width), at(height)).stroke("#999999");
}
