"use client";

import { useTranslations } from "next-intl";
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { CameraScan } from "@/ui/camera/camera-scan.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { findStockLinesAction } from "../actions.ts";
import type { StockLine } from "../queries/find-stock-lines.ts";

interface ProductEntryProps {
  tenantSlug: string;
  locationId: string;
  format: FormatStyle;
  /** A blind count does not show what should be there. */
  isBlind?: boolean;
  /** Beside other things on a page: does not take the focus when it appears. */
  isQuiet?: boolean;
  /** The camera goes on reading after a code: goods are counted one by one. */
  readsOn?: boolean;
  /** `early`: what was typed while the product was being looked for, the beginning of its quantity. */
  onPick: (line: StockLine, early: string) => void;
  ref: Ref<EntryHandle>;
}

/** What the page around it may do with the field. */
export interface EntryHandle {
  focus: () => void;
  /** As if this had been typed: a code that was scanned into another field. */
  look: (code: string) => void;
}

/** Scan, or type a code or words, and Enter: one that fits goes in at once, several are chosen from with the arrows. */
export function ProductEntry({ tenantSlug, locationId, format, isBlind = false, isQuiet = false, readsOn = false, onPick, ref }: ProductEntryProps) {
  const t = useTranslations("stock.grid");
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly StockLine[]>([]);
  const [active, setActive] = useState(0);
  const [nothing, setNothing] = useState<string>();
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef("");
  const clear = (): void => {
    setFound([]);
    setActive(0);
    setNothing(undefined);
  };
  const typed = useRef("");
  const write = (next: string): void => {
    typed.current = next;
    setText(next);
  };
  const pick = (line: StockLine, early = ""): void => {
    write("");
    clear();
    onPick(line, early);
  };
  const look = async (given: string): Promise<void> => {
    const question = given.trim();
    if (question === "") return;
    asked.current = question;
    // The field is free at once: whoever knows the next key does not wait for the answer.
    write("");
    const result = await reach(() => findStockLinesAction(tenantSlug, { text: question, locationId }));
    if (asked.current !== question) return;
    if (!result.ok) {
      if (typed.current === "") write(question);
      return setNothing(problemText(result));
    }
    const lines = result.value;
    if (lines.length === 1) return pick(lines[0]!, typed.current);
    if (typed.current === "") write(question);
    setFound(lines);
    setActive(0);
    setNothing(lines.length === 0 ? t("nothing", { text: question }) : undefined);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    look: (code) => {
      field.current?.focus();
      void look(code);
    },
  }));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") {
      event.preventDefault();
      if (found[active]) pick(found[active]);
      else void look(text);
    } else if (event.key === "Escape" && found.length > 0) {
      event.preventDefault();
      clear();
    } else if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    }
  };
  const isOpen = found.length > 0;
  return (
    <div className="relative flex max-w-xl flex-wrap items-end gap-2">
      <div className="min-w-48 grow">
        <TextInput
          ref={field}
          label={t("entry")}
          name="entry"
          value={text}
          hint={nothing}
          autoComplete="off"
          autoFocus={!isQuiet}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls="entry-found"
          aria-activedescendant={isOpen ? `entry-found-${active}` : undefined}
          onChange={(event) => { write(event.target.value); clear(); }}
          onKeyDown={onKeyDown}
        />
      </div>
      <CameraScan stays={readsOn} onCode={(code) => void look(code)} />
      <ul id="entry-found" role="listbox" aria-label={t("found")} hidden={!isOpen} className="absolute inset-x-0 top-full z-20 border border-line-strong bg-surface shadow-lg">
        {found.map((line, i) => (
          <li key={line.productId} id={`entry-found-${i}`} role="option" aria-selected={i === active} className={`flex cursor-pointer items-baseline justify-between gap-4 px-3 py-2 ${i === active ? "bg-accent-soft" : ""}`} onPointerDown={(event) => { event.preventDefault(); pick(line); }}>
            <span className="min-w-0 break-words">{line.name} <span className="font-mono text-2xs text-ink-3">{line.sku}</span></span>
            {isBlind ? null : <span className="num shrink-0 text-sm text-ink-2">{formatQuantity(line.onHand, line.unit, format)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
