"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trimZeros } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { requestTransferAction } from "../actions.ts";
import type { LocationView } from "../queries/list-locations.ts";
import { LineGrid } from "./line-grid.tsx";
import { ProductEntry } from "./product-entry.tsx";
import { useLines } from "./use-lines.ts";

interface TransferFormProps {
  tenantSlug: string;
  format: FormatStyle;
  /** The open places, the usual one first: at least two. */
  locations: readonly LocationView[];
}

/** A request by keyboard: product, Enter, quantity, Enter, the next one; Ctrl Enter sends it. */
export function TransferForm({ tenantSlug, format, locations }: TransferFormProps) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [id] = useState(() => newId());
  const [fromLocationId, setFrom] = useState(locations[0]?.id ?? "");
  const [toLocationId, setTo] = useState(locations[1]?.id ?? "");
  const [notes, setNotes] = useState("");
  const { lines, setLines, entry, focusEntry, scanned, pick, type, remove } = useLines(format.decimal);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const asked = lines.map(({ productId, typed }) => ({ productId, quantity: trimZeros(typed ?? "") }));
    save(() => requestTransferAction(tenantSlug, { id, fromLocationId, toLocationId, notes, lines: asked }), (made) => {
      showToast({ message: t("transfer.done", { number: made.number }) });
      router.push(`/stock/transfers/${made.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("transfer.request"), run: submit, whileTyping: true }]);
  const places = locations.map((one) => ({ value: one.id, label: one.name }));
  const told = sentence ?? errors["lines"];
  return (
    <div className="flex flex-col gap-5">
      {told ? <Banner tone="negative" live>{told}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Select label={t("transfer.from")} name="fromLocationId" value={fromLocationId} error={errors["fromLocationId"]} options={places} onChange={(event) => { setFrom(event.target.value); setLines([]); }} />
        <Select label={t("transfer.to")} name="toLocationId" value={toLocationId} error={errors["toLocationId"]} options={places} onChange={(event) => setTo(event.target.value)} />
        <TextInput label={t("adjust.notes")} name="notes" value={notes} optional={t("optional")} error={errors["notes"]} maxLength={500} autoComplete="off" onChange={(event) => setNotes(event.target.value)} />
      </div>
      <ProductEntry ref={entry} tenantSlug={tenantSlug} locationId={fromLocationId} format={format} onPick={pick} />
      {lines.length === 0 ? <p className="text-ink-2">{t("transfer.empty")}</p> : (
        <LineGrid lines={lines} locationId={fromLocationId} format={format} caption={t("transfer.new")} quantityHeader={t("transfer.quantity")} errors={errors} onType={type} onRemove={remove} onNext={focusEntry} onBarcode={scanned} />
      )}
      <div><Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} aria-disabled={lines.length === 0 || undefined} onClick={submit}>{t("transfer.request")}</Button></div>
    </div>
  );
}
