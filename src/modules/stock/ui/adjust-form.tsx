"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { big, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { adjustStockAction } from "../actions.ts";
import type { LocationView } from "../queries/list-locations.ts";
import { REASONS } from "../rules/reasons.ts";
import { LineGrid, type GridLine } from "./line-grid.tsx";
import { ProductEntry } from "./product-entry.tsx";
import { useLines } from "./use-lines.ts";

interface AdjustFormProps {
  tenantSlug: string;
  format: FormatStyle;
  /** Where this member may write; the usual one first. */
  locations: readonly LocationView[];
}

const MODES = ["set", "add", "take"] as const;
type Mode = (typeof MODES)[number];

/** What a line will leave: set to, plus, or minus what was typed. */
function afterOf(mode: Mode, { onHand, typed }: GridLine): Decimal | null {
  if (typed === null) return null;
  if (mode === "set") return typed;
  return fix(mode === "add" ? big(onHand).plus(typed) : big(onHand).minus(typed), QUANTITY_SCALE);
}

/** An adjustment by keyboard: product, Enter, quantity, Enter, the next one; Ctrl Enter posts it. */
export function AdjustForm({ tenantSlug, format, locations }: AdjustFormProps) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [id] = useState(() => newId());
  const [mode, setMode] = useState<Mode>("set");
  const [locationId, setLocationId] = useState(locations[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const [notes, setNotes] = useState("");
  const { lines, setLines, entry, focusEntry, scanned, pick, type, remove } = useLines(format.decimal);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const asked = lines.map(({ productId, typed }) => {
      const text = trimZeros(typed ?? "");
      if (mode === "set") return { productId, countedQuantity: text };
      return { productId, quantity: mode === "take" ? `-${text}` : text };
    });
    save(() => adjustStockAction(tenantSlug, { id, locationId, reason, notes, lines: asked }), (made) => {
      showToast({ message: t("adjust.done", { number: made.number }) });
      router.push(`/stock/adjustments/${made.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("adjust.post"), run: submit, whileTyping: true }]);
  const listErrors = Object.entries(errors).filter(([path]) => !/^(lines\.\d+\.|reason$|notes$|locationId$)/.test(path)).map(([, message]) => message);
  return (
    <div className="flex flex-col gap-5">
      {sentence ?? listErrors[0] ? <Banner tone="negative" live>{sentence ?? listErrors[0]}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {locations.length > 1 ? <Select label={t("location")} name="locationId" value={locationId} error={errors["locationId"]} options={locations.map((one) => ({ value: one.id, label: one.name }))} onChange={(event) => { setLocationId(event.target.value); setLines([]); }} /> : null}
        <Select label={t("adjust.mode")} name="mode" value={mode} options={MODES.map((value) => ({ value, label: t(`adjust.modes.${value}`) }))} onChange={(event) => setMode(MODES.find((one) => one === event.target.value) ?? "set")} />
        <Select label={t("adjust.reason")} name="reason" value={reason} placeholder={t("adjust.choose")} error={errors["reason"]} options={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))} onChange={(event) => setReason(event.target.value)} />
        <TextInput label={t("adjust.notes")} name="notes" value={notes} optional={t("optional")} error={errors["notes"]} maxLength={500} autoComplete="off" onChange={(event) => setNotes(event.target.value)} />
      </div>
      <ProductEntry ref={entry} tenantSlug={tenantSlug} locationId={locationId} format={format} onPick={pick} />
      {lines.length === 0 ? <p className="text-ink-2">{t("adjust.empty")}</p> : (
        <LineGrid lines={lines} locationId={locationId} format={format} caption={t("adjust.new")} quantityHeader={t(`adjust.modes.${mode}`)} result={{ header: t("adjust.after"), of: (line) => afterOf(mode, line) }} errors={errors} onType={type} onRemove={remove} onNext={focusEntry} onBarcode={scanned} />
      )}
      <div><Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} aria-disabled={lines.length === 0 || undefined} onClick={submit}>{t("adjust.post")}</Button></div>
    </div>
  );
}
