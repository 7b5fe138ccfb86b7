"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatMoney, formatNumber, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { decideDifferenceAction } from "../actions.ts";
import type { DifferenceView } from "../queries/list-differences.ts";
import { DECISIONS, type Decision } from "../rules/decisions.ts";

interface DifferenceQueueProps {
  tenantSlug: string;
  format: FormatStyle;
  differences: readonly DifferenceView[];
  mayDecide: boolean;
}

/** A figure of a difference: units, a cost, or percent. */
export function figureOf({ kind, unit }: Pick<DifferenceView, "kind" | "unit">, value: string, format: FormatStyle): string {
  if (kind === "tax") return `${formatNumber(trimZeros(value), format)} %`;
  return kind === "quantity" ? formatQuantity(value, unit, format) : formatPrice(value, format, { symbol: false });
}

/** Differences of a supplier, one line each: J and K go through them, Enter decides. */
export function DifferenceQueue({ tenantSlug, format, differences, mayDecide }: DifferenceQueueProps) {
  const t = useTranslations("receiving.differences");
  const [deciding, setDeciding] = useState<DifferenceView | null>(null);
  const at = useRef(-1);
  const go = (step: number): void => {
    const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>("[data-decide]"));
    at.current = Math.max(0, Math.min(buttons.length - 1, at.current + step));
    buttons[at.current]?.focus();
  };
  useKeys(mayDecide ? [{ keys: "j", label: t("open"), run: () => go(1) }, { keys: "k", label: t("open"), run: () => go(-1) }] : []);
  // On a phone a number stands without its column: it says what it is.
  const named = (word: string) => <span className="sm:hidden">{word} </span>;
  const columns: Column<DifferenceView>[] = [
    { key: "kind", header: t("kind"), cell: ({ name, kind, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block text-2xs leading-4 font-normal text-ink-3">{t(`kinds.${kind}`)} · <span className="font-mono">{sku}</span></span></>, phone: "title" },
    { key: "bill", header: t("bill"), cell: ({ purchaseId, purchaseNumber }) => <TextLink href={`/purchases/${purchaseId}`}>{purchaseNumber}</TextLink>, phone: "detail" },
    { key: "expected", header: t("expected"), cell: (one) => <>{named(t("expected"))}{figureOf(one, one.expected, format)}</>, numeric: true, phone: "note" },
    { key: "found", header: t("found"), cell: (one) => <>{named(t("found"))}{figureOf(one, one.found, format)}</>, numeric: true, phone: "value" },
    { key: "amount", header: t("amount"), cell: ({ amount }) => <>{named(t("amount"))}<span className={amount.startsWith("-") ? "" : "text-negative"}>{formatMoney(amount, format, { symbol: false })}</span></>, numeric: true, phone: "below" },
    {
      key: "decision", header: t("decision"), phone: "corner",
      cell: (one) =>
        one.decision ? <><span className="block">{t(`done.${one.decision}`)}{one.creditNoteId ? ` · ${t("credited")}` : ""}</span><span className="block text-2xs leading-4 text-ink-3">{one.reason}, {one.decidedBy}</span></>
          : mayDecide ? <Button size="sm" data-decide aria-label={t("decide", { name: one.name })} onClick={() => setDeciding(one)}>{t("save")}</Button> : null,
    },
  ];
  const suppliers = [...new Map(differences.map(({ supplierId, supplierName }) => [supplierId, supplierName]))];
  return (
    <div className="flex flex-col gap-8">
      {suppliers.map(([id, name]) => (
        <section key={id} className="flex flex-col gap-2" aria-labelledby={`supplier-${id}`}>
          <h2 id={`supplier-${id}`} className="wide text-md font-semibold">{name}</h2>
          <DataTable caption={name} rows={differences.filter(({ supplierId }) => supplierId === id)} rowKey={(one) => one.id} columns={columns} />
        </section>
      ))}
      {deciding ? <DecideDialog key={deciding.id} tenantSlug={tenantSlug} format={format} difference={deciding} onClose={() => setDeciding(null)} /> : null}
    </div>
  );
}

function DecideDialog({ tenantSlug, format, difference, onClose }: { tenantSlug: string; format: FormatStyle; difference: DifferenceView; onClose: () => void }) {
  const t = useTranslations("receiving.differences");
  const router = useRouter();
  const [decision, setDecision] = useState<Decision>("accept");
  const [reason, setReason] = useState("");
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => save(() => decideDifferenceAction(tenantSlug, { id: difference.id, decision, reason }), () => {
    onClose();
    showToast({ message: t("saved") });
    router.refresh();
  });
  const footer = (
    <>
      <Button onClick={onClose}>{t("keep")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{pending ? t("saving") : t("save")}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={difference.name} footer={footer}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
        <p className="text-ink-2">{t(`kinds.${difference.kind}`)}: {t("expected").toLowerCase()} {figureOf(difference, difference.expected, format)}, {t("found").toLowerCase()} {figureOf(difference, difference.found, format)}</p>
        <Select name="decision" label={t("decision")} value={decision} autoFocus error={errors.decision} hint={decision === "correct" ? t("correctHint") : undefined} options={DECISIONS.map((value) => ({ value, label: t(`decisions.${value}`) }))} onChange={(event) => setDecision(event.target.value as Decision)} />
        <TextInput name="reason" label={t("reason")} value={reason} error={errors.reason} maxLength={500} autoComplete="off" required onChange={(event) => setReason(event.target.value)} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
