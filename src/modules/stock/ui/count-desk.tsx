"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import { formatTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { readNumber } from "@/ui/numbers/read-number.ts";
import { Table, Td, Th } from "@/ui/table.tsx";
import { cancelCountAction, recordCountAction, reviewCountAction } from "../actions.ts";
import type { CountView } from "../queries/get-count.ts";
import { ProductEntry, type EntryHandle } from "./product-entry.tsx";

interface CountDeskProps {
  tenantSlug: string;
  format: FormatStyle;
  count: CountView;
}

type Subject = Pick<CountView["lines"][number], "productId" | "name" | "unit">;

interface InHand extends Subject {
  /** How often it was read since it was taken up: who reads each piece need not type. */
  reads: number;
}

/** Counting: scan, type how many there are, Enter, the next. Each line is kept at once, with its instant. */
export function CountDesk({ tenantSlug, format, count }: CountDeskProps) {
  const t = useTranslations("stock.count");
  const tStock = useTranslations("stock");
  const router = useRouter();
  const entry = useRef<EntryHandle>(null);
  const [subject, setSubject] = useState<InHand | null>(null);
  const [typed, setTyped] = useState<Decimal | null>(null);
  const { save, pending, errors, sentence } = useSave();
  /** Read while the line before it was being kept: taken up then. */
  const waiting = useRef<(() => void) | null>(null);
  const begin = (next: Subject, early = "", reads = 1): void => {
    flushSync(() => {
      setSubject({ ...next, reads });
      setTyped(early === "" ? null : readNumber(early, { decimal: format.decimal, maxFraction: 3 }));
    });
    const field = document.getElementById("counted");
    if (field instanceof HTMLInputElement) field.focus();
  };
  const keep = (next?: () => void): void => {
    if (subject === null || typed === null) return;
    save(() => recordCountAction(tenantSlug, { id: count.id, lines: [{ productId: subject.productId, counted: trimZeros(typed) }] }), () => {
      router.refresh();
      const then = next ?? waiting.current;
      waiting.current = null;
      if (then) return then();
      setSubject(null);
      entry.current?.focus();
    });
  };
  /** The product in hand once more is one more of it, unless its number was typed; another one keeps what was counted of this one. */
  const pick = (next: Subject, early: string): void => {
    if (next.productId !== subject?.productId) {
      if (subject === null || typed === null) begin(next, early);
      else if (pending) waiting.current = () => begin(next, early);
      else keep(() => begin(next, early));
      return;
    }
    if (typed === null || typed === String(subject.reads)) begin(next, String(subject.reads + 1), subject.reads + 1);
  };
  const review = (): void => save(() => reviewCountAction(tenantSlug, { id: count.id }), () => router.refresh());
  useKeys([{ keys: "ctrl+enter", label: t("review"), run: review, whileTyping: true }]);
  const told = sentence ?? errors["lines.0.counted"];
  return (
    <div className="flex flex-col gap-5">
      {told ? <Banner tone="negative" live>{told}</Banner> : null}
      <ProductEntry ref={entry} tenantSlug={tenantSlug} locationId={count.locationId} format={format} isBlind={count.isBlind} readsOn onPick={pick} />
      {subject ? (
        <form noValidate className="flex flex-wrap items-end gap-3 border-y border-line bg-sunken px-3 py-3" onSubmit={(event) => { event.preventDefault(); keep(); }}>
          <p className="w-full font-medium">{subject.name}</p>
          <div className="w-36"><DecimalInput key={`${subject.productId} ${subject.reads}`} id="counted" name="counted" label={t("counted")} format={format} maxFraction={isFractional(subject.unit) ? 3 : 0} value={typed} onValue={setTyped} error={errors["lines.0.quantity"]} /></div>
          <Button type="submit" tone="primary" kbd="↵" aria-busy={pending || undefined}>{t("saveLine")}</Button>
          <p className="w-full text-sm text-ink-3">{t("cameraHint")}</p>
        </form>
      ) : null}
      {count.lines.length === 0 ? <p className="text-ink-2">{t("empty")}</p> : (
        <Table caption={t("progress", { counted: count.countedCount, planned: count.plannedCount })}>
          <thead><tr><Th>{tStock("columns.product")}</Th><Th numeric>{t("counted")}</Th><Th>{t("by")}</Th></tr></thead>
          <tbody>
            {count.lines.map((line) => (
              <tr key={line.productId}>
                <Td><Button tone="quiet" size="sm" onClick={() => begin(line)}>{line.name}</Button></Td>
                <Td numeric>{line.entries.length === 0 ? <span className="text-ink-3">{t("pending")}</span> : line.entries.map(({ id, counted }) => <span key={id} className="block font-medium">{formatQuantity(counted, line.unit, format)}</span>)}</Td>
                <Td>{line.entries.map(({ id, member, at }) => <span key={id} className="block text-sm text-ink-2">{t("countedBy", { name: member, at: formatTime(at, format) })}</span>)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={review}>{t("review")}</Button>
        <Button tone="quiet" onClick={() => save(() => cancelCountAction(tenantSlug, { id: count.id }), () => router.refresh())}>{t("cancel")}</Button>
      </div>
    </div>
  );
}
