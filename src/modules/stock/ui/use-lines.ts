"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Decimal } from "@/kernel/decimal.ts";
import { readNumber } from "@/ui/numbers/read-number.ts";
import type { StockLine } from "../queries/find-stock-lines.ts";
import type { EntryHandle } from "./product-entry.tsx";
import { quantityId, type GridLine } from "./line-grid.tsx";

/** The lines of a document that is being written: a picked product gets a line or the focus of the one it has. */
export function useLines(decimal: "," | ".") {
  const [lines, setLines] = useState<readonly GridLine[]>([]);
  const entry = useRef<EntryHandle>(null);
  const focusEntry = (): void => entry.current?.focus();
  /** A code that was scanned into a quantity names the next product. */
  const scanned = (code: string): void => entry.current?.look(code);
  const pick = (line: StockLine, early = ""): void => {
    const begun = early === "" ? null : readNumber(early, { decimal, maxFraction: 3 });
    flushSync(() => setLines((known) => {
      const old = known.find(({ productId }) => productId === line.productId) ?? { ...line, typed: null };
      return [{ ...old, typed: begun ?? old.typed }, ...known.filter((one) => one !== old)];
    }));
    const field = document.getElementById(quantityId(line.productId));
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    // What was typed early goes on; what stood there before is replaced.
    if (begun === null) field.select();
  };
  const type = (productId: string, typed: Decimal | null): void => setLines((known) => known.map((line) => (line.productId === productId ? { ...line, typed } : line)));
  const remove = (productId: string): void => {
    setLines((known) => known.filter((line) => line.productId !== productId));
    focusEntry();
  };
  return { lines, setLines, entry, focusEntry, scanned, pick, type, remove };
}
