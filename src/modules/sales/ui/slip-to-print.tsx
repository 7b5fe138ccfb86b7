"use client";

import clsx from "clsx";
import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ReceiptContent, ReceiptIssuer } from "../rules/receipt.ts";
import { LIVE_WIDTH, type PaperWidth } from "./paper-width.ts";
import { printPaper } from "./print-paper.ts";
import { ReceiptSlip } from "./receipt-slip.tsx";

interface SlipToPrintProps {
  content: ReceiptContent;
  issuer: ReceiptIssuer;
  format: FormatStyle;
  isCopy: boolean;
  width: PaperWidth;
  onDone: () => void;
}

/** A receipt on its way to the printer: there only while it is printed. */
export function SlipToPrint({ width, onDone, ...slip }: SlipToPrintProps) {
  const paper = useRef<HTMLElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useLayoutEffect(() => printPaper(paper.current!, Number(width), () => done.current()), [width]);
  return createPortal(
    <article ref={paper} data-paper className={clsx("num fixed top-0 left-[-200mm] print:static print:mx-auto", LIVE_WIDTH[width])}>
      <ReceiptSlip {...slip} />
    </article>,
    document.body,
  );
}
