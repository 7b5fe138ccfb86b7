"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { PaletteOption } from "./palette/palette-option.tsx";
import { rankCommands, type PaletteCommand, type PaletteResult } from "./palette/rank-commands.ts";
import { useFoundResults, type PaletteSearch } from "./palette/use-found-results.ts";

export interface CommandPaletteProps {
  commands: readonly PaletteCommand[];
  /** Finds records (products) by name, code or barcode. */
  search?: PaletteSearch;
  onClose: () => void;
}

const LIST_ID = "palette-list";

/** Go anywhere, do anything, find anything. A combobox over a listbox in a native dialog: the focus stays in the field, the arrows move the choice. */
export function CommandPalette({ commands, search, onClose }: CommandPaletteProps) {
  const t = useTranslations("common.palette");
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const { results, state } = useFoundResults(query, search);
  const ranked = rankCommands(commands, query);
  const options: readonly (PaletteCommand | PaletteResult)[] = [...ranked, ...results];

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);

  const choose = (option: PaletteCommand | PaletteResult | undefined): void => {
    if (!option) return;
    onClose();
    if ("run" in option && option.run) option.run();
    else if (option.href) router.push(option.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = options.length - 1;
    const next = { ArrowDown: chosen >= last ? 0 : chosen + 1, ArrowUp: chosen <= 0 ? last : chosen - 1 }[event.key];
    if (next !== undefined) setChosen(next);
    else if (event.key === "Enter") choose(options[chosen]);
    else return;
    event.preventDefault();
  };
  const message = state === "searching" ? t("searching") : state === "failed" ? t("failed") : options.length === 0 ? t("nothing", { query }) : "";

  return (
    <dialog
      ref={dialog}
      aria-label={t("title")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-[12vh] mb-0 w-[min(40rem,calc(100vw-1.5rem))] rounded-md border border-line-strong bg-surface p-0 text-ink shadow-modal backdrop:bg-[rgb(8_13_16/0.45)]"
    >
      <div className="flex min-h-14 items-center gap-3 border-b border-line px-4">
        <Search aria-hidden size={18} className="text-ink-3" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={t("hint")}
          aria-expanded={options.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={options[chosen] ? `${LIST_ID}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("hint")}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-12 min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <div id={LIST_ID} role="listbox" aria-label={t("title")} className="max-h-[50vh] overflow-y-auto p-1.5">
        {options.map((option, index) => (
          <PaletteOption
            key={option.id}
            id={`${LIST_ID}-${index}`}
            option={option}
            chosen={index === chosen}
            heading={index === 0 && ranked.length > 0 ? t("go") : index === ranked.length ? t("found") : undefined}
            onChoose={() => choose(option)}
            onHover={() => setChosen(index)}
          />
        ))}
      </div>
      {message ? <p className="px-4 pb-3 text-ink-3">{message}</p> : null}
      <p role="status" className="sr-only">{state === "searching" ? "" : t("count", { count: options.length })}</p>
    </dialog>
  );
}
