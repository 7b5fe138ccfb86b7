"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import type { Doubt } from "../queries/list-doubts.ts";
import { callImports } from "./call-imports.ts";
import { DoubtCard } from "./doubt-card.tsx";
import { findProducts } from "./find-products.ts";
import { useCaller } from "./use-caller.ts";

interface DoubtQueueProps {
  tenantSlug: string;
  id: string;
  doubts: readonly Doubt[];
  currency: string;
  format: FormatStyle;
  /** Only while the list is reviewed. */
  isOpen: boolean;
}

type Decided = Doubt["decided"];

/** The doubtful lines one under the other. Each decision is kept at once; the focus goes on to the next line. */
export function DoubtQueue({ tenantSlug, id, doubts, currency, format, isOpen }: DoubtQueueProps) {
  const t = useTranslations("imports.doubts");
  const caller = useCaller(tenantSlug);
  const router = useRouter();
  const [decided, setDecided] = useState<Readonly<Record<number, Decided>>>(() => Object.fromEntries(doubts.map(({ row, decided: known }) => [row, known])));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const open = doubts.filter(({ row }) => decided[row] === undefined);

  const send = async (rows: readonly number[], productId: string | null | undefined, name: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const called = await callImports(caller, "POST", `/imports/${id}/doubts`, { decisions: rows.map((row) => ({ row, ...(productId === undefined ? {} : { productId }) })) });
    setBusy(false);
    setRefused(called.ok ? null : called.message);
    if (!called.ok) return;
    const kept: Decided = productId === undefined ? undefined : productId === null ? null : { productId, name };
    setDecided((before) => ({ ...before, ...Object.fromEntries(rows.map((row) => [row, kept])) }));
    router.refresh();
  };
  useFocusOnNext(open.map(({ row }) => row));
  useQueueKeys(isOpen, (row) => void send([row], null, ""));

  if (doubts.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <section aria-label={t("title")} className="flex flex-col">
      <div className="flex flex-wrap items-center gap-3 pb-3">
        <p role="status" className="num font-medium">{t("left", { count: open.length })}</p>
        {isOpen && open.length > 1 ? <Button size="sm" onClick={() => void send(open.map(({ row }) => row), null, "")}>{t("allNew")}</Button> : null}
        {open.length === 0 && isOpen ? <LinkButton id="doubts-done" tone="primary" size="sm" href={`/products/import/${id}`}>{t("back")}</LinkButton> : null}
      </div>
      {isOpen && open.length > 0 ? <p className="pb-3 text-sm text-ink-3 max-sm:hidden">{t("keys")}</p> : null}
      {refused ? <Banner tone="negative" live>{refused}</Banner> : null}
      {doubts.map((doubt) =>
        isOpen && decided[doubt.row] === undefined
          ? <DoubtCard key={doubt.row} doubt={doubt} currency={currency} format={format} busy={busy} find={(question) => findProducts(caller, question)} onDecide={(productId, name) => void send([doubt.row], productId, name)} />
          : <Settled key={doubt.row} doubt={doubt} decided={decided[doubt.row]} onChange={isOpen ? () => void send([doubt.row], undefined, "") : null} />)}
    </section>
  );
}

function Settled({ doubt, decided, onChange }: { doubt: Doubt; decided: Decided; onChange: (() => void) | null }) {
  const t = useTranslations("imports.doubts");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2">
      <span className="min-w-0 flex-1 break-words">{doubt.name ?? doubt.code}</span>
      {decided === undefined ? null : <span className="min-w-0 flex-1 break-words text-ink-2">{decided === null ? t("isNew") : t("is", { name: decided.name })}</span>}
      {onChange === null ? null : <Button tone="quiet" size="sm" onClick={onChange}>{t("change")}</Button>}
    </div>
  );
}

const cards = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>("[data-doubt]"));
const present = (): HTMLElement | undefined => document.activeElement?.closest<HTMLElement>("[data-doubt]") ?? undefined;

function focusCard(card: HTMLElement | undefined): void {
  const radio = card?.querySelector<HTMLElement>("input[type=radio]:checked");
  radio?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

/** At first to the first line; when one was decided, to the one that follows it, else to the way back. */
function useFocusOnNext(rows: readonly number[]): void {
  const before = useRef<readonly number[] | null>(null);
  const shape = rows.join();
  useEffect(() => {
    const old = before.current;
    before.current = rows;
    const gone = old?.find((row) => !rows.includes(row));
    if (old !== null && gone === undefined) return;
    const next = rows.find((row) => gone === undefined || row > gone) ?? rows[0];
    if (next === undefined) document.getElementById("doubts-done")?.focus();
    else focusCard(cards().find(({ dataset }) => dataset.doubt === String(next)));
    // The list of rows is new at each render; its content is what counts.
  }, [shape]);
}

function useQueueKeys(isOpen: boolean, onNew: (row: number) => void): void {
  const t = useTranslations("imports.doubts");
  const step = (by: 1 | -1): void => {
    const all = cards();
    const card = present();
    focusCard(all[card === undefined ? 0 : Math.min(all.length - 1, Math.max(0, all.indexOf(card) + by))]);
  };
  useKeys(
    isOpen
      ? [
          { keys: "j", label: t("next"), run: () => step(1) },
          { keys: "k", label: t("previous"), run: () => step(-1) },
          { keys: "n", label: t("new"), run: () => { const row = present()?.dataset.doubt; if (row !== undefined) onNew(Number(row)); } },
          { keys: "b", label: t("another"), run: () => present()?.querySelector<HTMLElement>("input[type=search]")?.focus() },
        ]
      : [],
  );
}
