/** What this program uses of pdfkit, which brings no types. Lengths in points. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  interface TextOptions {
    lineBreak?: boolean;
    baseline?: "alphabetic" | "top";
  }

  interface DocumentOptions {
    autoFirstPage?: boolean;
    compress?: boolean;
    info?: { Title?: string; Creator?: string; CreationDate?: Date };
    margin?: number;
    size?: [number, number];
    /** Written into the file: a screen reader's language. */
    lang?: string;
  }

  class PDFDocument extends Readable {
    constructor(options?: DocumentOptions);
    addPage(options: { size: [number, number]; margin: number }): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    widthOfString(text: string): number;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    fill(color: string): this;
    stroke(color: string): this;
    fillColor(color: string): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    end(): void;
  }

  export default PDFDocument;
}
