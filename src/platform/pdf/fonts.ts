/** Every reader of PDF has these two, so that no font travels in the file. */
export function fontName(bold: boolean): "Helvetica" | "Helvetica-Bold" {
  return bold ? "Helvetica-Bold" : "Helvetica";
}
