import bwip from "bwip-js/node";
import type { LabelCode } from "../rules/choose-code.ts";
import type { Symbol } from "../rules/symbol.ts";

/** Quiet zones in modules: GS1 General Specifications §5.2 for EAN, ISO/IEC 15417 for Code 128, ISO/IEC 18004 for QR. */
const QUIET = { ean13: [11, 7], ean8: [7, 7], code128: [10, 10] } as const;
const QUIET_QR = 4;

interface Raw {
  /** Bar, space, bar…, in modules. */
  sbs?: readonly number[];
  pixs?: readonly number[];
  pixx?: number;
}

/** The modules of a code, in bars or as QR. Null: it cannot be written. */
export function encodeSymbol(code: LabelCode, look: "bars" | "qr"): Symbol | null {
  if (look === "qr") {
    const { pixs, pixx } = firstOf(bwip.raw("qrcode", code.text, "eclevel=M"));
    return pixs && pixx ? { kind: "matrix", size: pixx, dark: pixs.map((pixel) => pixel === 1), quiet: QUIET_QR } : null;
  }
  const { sbs } = firstOf(bwip.raw({ bcid: code.kind, text: code.text }));
  return sbs ? { kind: "bars", gtin: code.kind !== "code128", widths: sbs, quiet: QUIET[code.kind], text: code.text } : null;
}

function firstOf(raw: unknown): Raw {
  return (raw as readonly Raw[])[0] ?? {};
}
