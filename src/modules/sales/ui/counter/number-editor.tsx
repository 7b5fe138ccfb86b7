"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { offerOf, startAsking } from "./ask-approval.ts";
import { commitEditor } from "./commit-editor.ts";
import type { LineEditor } from "./counter-state.ts";
import { insertDecimal } from "./insert-decimal.ts";
import { typeInEditor } from "./open-editor.ts";
import { useCounter } from "./use-counter.ts";

interface NumberEditorProps {
  editor: LineEditor;
  name: string;
}

/** One number of a line, edited where it stands. Enter takes it, Esc leaves it, Tab takes it too. */
export function NumberEditor({ editor, name }: NumberEditorProps) {
  const t = useTranslations("pos.editor");
  const counter = useCounter();
  const field = useRef<HTMLInputElement>(null);
  const isDiscount = editor.field === "lineDiscount" || editor.field === "ticketDiscount";

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [editor.field, editor.key]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.code === "NumpadDecimal") insertDecimal(event, counter.setting.format.decimal, (text) => typeInEditor(counter, text));
    else if (event.key.toLowerCase() === "p" && !event.ctrlKey && !event.altKey && !event.metaKey && offerOf(counter.store.getState().notice)) {
      event.preventDefault();
      startAsking(counter);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      commitEditor(counter, event.timeStamp);
    }
  };
  return (
    <span className="flex flex-col items-end" onClick={(event) => event.stopPropagation()}>
      <input
        ref={field}
        type="text"
        inputMode={isDiscount ? "text" : "decimal"}
        autoComplete="off"
        aria-label={t(editor.field, { name })}
        value={editor.text}
        onChange={(event) => typeInEditor(counter, event.target.value)}
        onKeyDown={onKeyDown}
        className="num h-8 w-24 rounded-sm border-2 border-accent-edge bg-surface px-2 text-right font-semibold text-ink pointer-coarse:h-11"
      />
      {isDiscount ? <span className="text-2xs whitespace-normal text-ink-3">{t("discountHint")}</span> : null}
    </span>
  );
}
