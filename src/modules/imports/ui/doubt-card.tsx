"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { Doubt, DoubtCandidate } from "../queries/list-doubts.ts";
import { wordMarks } from "./word-marks.ts";

export const NEW = "new";

interface DoubtCardProps {
  doubt: Doubt;
  /** Of the list prices. */
  currency: string;
  format: FormatStyle;
  busy: boolean;
  find: (question: string) => Promise<DoubtCandidate[]>;
  /** A product, or null for a new one. */
  onDecide: (productId: string | null, name: string) => void;
}

/** One doubtful line beside the products that it may be: radios, so that arrows choose and Enter confirms. */
export function DoubtCard({ doubt, currency, format, busy, find, onDecide }: DoubtCardProps) {
  const t = useTranslations("imports.doubts");
  const [found, setFound] = useState<readonly DoubtCandidate[]>([]);
  const [missed, setMissed] = useState(false);
  const known = new Set(doubt.candidates.map(({ productId }) => productId));
  const candidates = [...doubt.candidates, ...found.filter(({ productId }) => !known.has(productId))];
  const [chosen, setChosen] = useState(doubt.candidates[0]?.productId ?? NEW);
  const name = doubt.name ?? doubt.code ?? "";

  const search = async (question: string): Promise<void> => {
    if (question.trim() === "") return;
    const answer = await find(question);
    setFound(answer);
    setMissed(answer.length === 0);
    if (answer[0]) {
      setChosen(answer[0].productId);
      document.getElementById(`doubt-${doubt.row}-${answer[0].productId}`)?.focus();
    }
  };
  const decide = (): void => {
    const product = candidates.find(({ productId }) => productId === chosen);
    onDecide(product?.productId ?? null, product?.name ?? "");
  };
  return (
    <form
      data-doubt={doubt.row}
      className="grid gap-x-8 gap-y-3 border-t border-line py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        decide();
      }}
    >
      <div className="min-w-0">
        <p className="label">{t("onList")} · {t("row", { row: doubt.row })}</p>
        <p className="text-md font-medium break-words">{name}</p>
        <p className="num text-sm text-ink-2">{[doubt.code, doubt.listPrice && t("listOf", { value: formatPrice(doubt.listPrice, format, { currency }) }), doubt.cost && t("costOf", { value: formatPrice(doubt.cost, format) })].filter(Boolean).join(" · ")}</p>
      </div>
      <fieldset className="flex min-w-0 flex-col gap-1">
        <legend className="label pb-1">{t("yours")}</legend>
        {candidates.map((candidate) => (
          <Choice key={candidate.productId} row={doubt.row} value={candidate.productId} chosen={chosen} onChoose={setChosen}>
            <span className="block break-words">{wordMarks(candidate.name, name).map(({ text, differs }, i) => <span key={i} className={differs ? "font-semibold underline decoration-marker decoration-2 underline-offset-2" : undefined}>{text} </span>)}</span>
            <span className="num block text-sm text-ink-3">
              {[candidate.sku, candidate.brand, candidate.costPrice && t("costOf", { value: formatPrice(candidate.costPrice, format) }), candidate.isActive ? null : t("off"), candidate.by === "name" ? t("likeness", { score: candidate.score }) : candidate.by === "decision" ? null : t(`by_${candidate.by}`)].filter(Boolean).join(" · ")}
            </span>
          </Choice>
        ))}
        <Choice row={doubt.row} value={NEW} chosen={chosen} onChoose={setChosen}>{t("new")}</Choice>
        <div className="flex flex-wrap items-end gap-2 pt-2">
          <Button type="submit" tone="primary" size="sm" kbd="↵" aria-disabled={busy || undefined}>{t("confirm")}</Button>
          <div className="min-w-52 flex-1">
            <TextInput id={`find-${doubt.row}`} name="find" label={t("another")} labelHidden type="search" placeholder={t("search")} autoComplete="off" maxLength={200} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); void search(event.currentTarget.value); } }} />
          </div>
        </div>
        {missed ? <p role="status" className="text-sm text-ink-2">{t("notFound")}</p> : null}
      </fieldset>
    </form>
  );
}

interface ChoiceProps {
  row: number;
  value: string;
  chosen: string;
  onChoose: (value: string) => void;
  children: React.ReactNode;
}

function Choice({ row, value, chosen, onChoose, children }: ChoiceProps) {
  const id = `doubt-${row}-${value}`;
  return (
    <label htmlFor={id} className="flex min-h-9 cursor-pointer items-start gap-2 rounded-sm px-2 py-1 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent-edge pointer-coarse:min-h-11">
      <input
        id={id}
        type="radio"
        name={`doubt-${row}`}
        value={value}
        checked={chosen === value}
        className="mt-1 size-4 shrink-0 accent-(--accent) outline-none"
        onChange={() => onChoose(value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
