"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { CameraScan } from "@/ui/camera/camera-scan.tsx";
import { describedBy, Field } from "@/ui/field.tsx";
import { INPUT_CLASS, InputBox } from "@/ui/input-box.tsx";
import { suggestGoodsAction } from "../actions.ts";
import type { BillGoods } from "../queries/find-bill-goods.ts";

interface GoodsPickerProps {
  tenantSlug: string;
  supplierId: string | null;
  onPick: (goods: BillGoods) => void;
  /** Cells of a spreadsheet were pasted: true when they were taken. */
  onPaste: (text: string) => boolean;
  problem?: string | undefined;
}

const ID = "bill-goods";
const PAUSE_MS = 150;

/** Finds a product by code or name: arrows choose, Enter takes. A scanned code goes in at once. */
export function GoodsPicker({ tenantSlug, supplierId, onPick, onPaste, problem }: GoodsPickerProps) {
  const t = useTranslations("purchases.form");
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ q: string; goods: readonly BillGoods[] } | null>(null);
  const problemText = useProblemText();
  const [refused, setRefused] = useState<string>();
  const [at, setAt] = useState(0);
  const asked = useRef("");
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = async (q: string): Promise<readonly BillGoods[]> => {
    asked.current = q;
    const answer = await reach(() => suggestGoodsAction(tenantSlug, { supplierId, q }));
    const goods = answer.ok ? answer.value : [];
    // An answer that comes late belongs to what was typed before.
    if (asked.current === q) {
      setRefused(answer.ok ? undefined : problemText(answer));
      setFound(answer.ok ? { q, goods } : null);
      setAt(0);
    }
    return goods;
  };
  const type = (typed: string): void => {
    setText(typed);
    setRefused(undefined);
    clearTimeout(pause.current);
    const q = typed.trim();
    asked.current = "";
    if (q.length < 2) setFound(null);
    else pause.current = setTimeout(() => void ask(q), PAUSE_MS);
  };
  const take = (goods: BillGoods | undefined): void => {
    if (!goods) return;
    clearTimeout(pause.current);
    asked.current = "";
    setText("");
    setFound(null);
    onPick(goods);
  };
  const choose = async (q: string): Promise<void> => {
    if (q === "") return;
    // Enter comes sooner than the answer when a scanner types.
    clearTimeout(pause.current);
    const goods = found?.q === q ? found.goods : await ask(q);
    take(goods[found?.q === q ? at : 0]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      void choose(text.trim());
    } else if (step !== undefined && found && found.goods.length > 0) {
      event.preventDefault();
      setAt((at + step + found.goods.length) % found.goods.length);
    } else if (event.key === "Escape" && found) {
      event.preventDefault();
      setFound(null);
    }
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    if (onPaste(event.clipboardData.getData("text"))) event.preventDefault();
  };
  const isOpen = found !== null;
  const told = refused ?? problem;
  return (
    <Field id={ID} label={t("add")} hint={t("addHint")} error={told}>
      <div className="relative flex flex-wrap gap-2">
        <div className="min-w-48 grow"><InputBox invalid={told !== undefined}>
          <input
            id={ID}
            type="text"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${ID}-list`}
            aria-activedescendant={isOpen && found.goods.length > 0 ? `${ID}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className={INPUT_CLASS}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={paste}
            onBlur={() => setFound(null)}
            {...describedBy(ID, { hint: t("addHint"), error: told })}
          />
        </InputBox></div>
        <CameraScan onCode={(code) => void choose(code)} />
        <ul id={`${ID}-list`} role="listbox" aria-label={t("add")} hidden={!isOpen} className="absolute top-full right-0 left-0 z-20 border border-line-strong bg-surface shadow-modal">
          {found?.goods.map((goods, i) => (
            <li
              key={goods.id}
              id={`${ID}-${i}`}
              role="option"
              aria-selected={i === at}
              className={`flex cursor-pointer items-baseline gap-3 px-3 py-2 ${i === at ? "bg-accent-soft" : ""}`}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                take(goods);
              }}
            >
              <span className="min-w-0 flex-1 break-words">{goods.name}</span>
              <span className="font-mono text-2xs text-ink-3">{goods.sku}</span>
            </li>
          ))}
          {found?.goods.length === 0 ? <li role="option" aria-selected={false} aria-disabled className="px-3 py-2 text-ink-2">{t("noMatch")}</li> : null}
        </ul>
      </div>
    </Field>
  );
}
