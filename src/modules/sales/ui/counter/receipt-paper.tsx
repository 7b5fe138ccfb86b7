"use client";

import { SlipToPrint } from "../slip-to-print.tsx";
import { useCounter, useCounterState } from "./use-counter.ts";

/** What Ctrl P prints, there only while it is printed. */
export function ReceiptPaper() {
  const { store, setting } = useCounter();
  const printing = useCounterState((state) => state.printing);
  if (!printing) return null;
  return <SlipToPrint key={printing.id} content={printing.content} issuer={setting.shop.issuer} format={setting.format} isCopy={printing.isCopy} width={printing.width} onDone={() => store.setState({ printing: null })} />;
}
