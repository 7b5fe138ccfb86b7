"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { registerPurchaseAction } from "../actions.ts";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import { billOf, requestOf, type BillDraft } from "../rules/bill-draft.ts";
import { FREIGHT_SPREADS, type FreightSpread } from "../rules/spread-freight.ts";
import { BillLines } from "./bill-lines.tsx";
import { BillTotals } from "./bill-totals.tsx";
import { GoodsPicker } from "./goods-picker.tsx";
import { useLineFocus } from "./line-focus.ts";
import { useBill, type BillStart } from "./use-bill.ts";
import { usePaste } from "./use-paste.ts";

interface BillEditorProps {
  tenantSlug: string;
  format: FormatStyle;
  /** The shop's day. */
  today: string;
  supplierId: string;
  /** The shop's own way. */
  freightSpread: FreightSpread;
  suppliers: readonly { id: string; name: string }[];
  /** Where this member writes, the chosen one first. */
  locations: readonly { id: string; name: string }[];
  received?: BillStart | undefined;
}

/** A supplier's bill from its paper: head, lines by keyboard or paste, and the paper's total to compare with. */
export function BillEditor({ tenantSlug, format, today, supplierId, freightSpread, suppliers, locations, received }: BillEditorProps) {
  const t = useTranslations("purchases.form");
  const tSpread = useTranslations("purchases.spread");
  const router = useRouter();
  const { draft, dispatch, isKept, edition, forget, discard } = useBill(tenantSlug, { supplierId, locationId: locations[0]?.id ?? "", date: today, freightSpread, received });
  const { save, pending, errors, sentence } = useSave();
  const paste = usePaste(tenantSlug, format, draft.supplierId, dispatch);
  const focusLineOf = useLineFocus(draft.lines);
  const [pressed, setPressed] = useState(false);
  const bill = billOf(draft);

  const submit = (): void => {
    setPressed(true);
    save(() => registerPurchaseAction(tenantSlug, requestOf(draft)), (saved) => {
      forget();
      showToast({ message: t("saved", { number: saved.number, supplier: saved.supplierName }) });
      router.push(`/purchases/${saved.id}`);
    });
  };
  const pick = (goods: BillGoods): void => {
    focusLineOf(goods.id);
    dispatch({ kind: "add", lines: [{ goods, quantity: null, unitCost: null }] });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: submit }]);
  const told = Object.entries(errors).map(([path, message]) => ({ id: fieldOf(path, draft), message }));
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={t("errors")} errors={told} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      {isKept && !pressed ? <Banner tone="info" action={<Button size="sm" onClick={discard}>{t("discard")}</Button>}>{t("draft")}</Banner> : null}
      <BillHead key={edition} draft={draft} suppliers={suppliers} locations={locations} errors={errors} dispatch={dispatch} />
      <section className="flex flex-col gap-3" aria-labelledby="bill-lines">
        <h2 id="bill-lines" className="wide text-md font-semibold">{t("lines")}</h2>
        <BillLines key={`lines ${edition}`} format={format} lines={draft.lines} nets={netsOf(draft)} withTax={draft.withTax} isWeighed={draft.freightSpread === "weight" && draft.freight !== null} errors={errors} dispatch={dispatch} />
        <GoodsPicker tenantSlug={tenantSlug} supplierId={draft.supplierId || null} onPick={pick} onPaste={paste.take} problem={errors.lines} />
        {paste.said.map((words) => <Banner key={words} tone="warning" live>{words}</Banner>)}
        <Checkbox name="withTax" label={t("withTax")} checked={draft.withTax} onChange={(event) => dispatch({ kind: "head", change: { withTax: event.target.checked } })} />
      </section>
      <div key={`foot ${edition}`} className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <DecimalInput name="freight" label={t("freight")} optional={t("optional")} format={format} maxFraction={2} value={draft.freight} error={errors.freight} onValue={(freight) => dispatch({ kind: "head", change: { freight } })} />
            <Select name="freightSpread" label={t("freightSpread")} value={draft.freightSpread} error={errors.freightSpread} options={FREIGHT_SPREADS.map((value) => ({ value, label: tSpread(value) }))} onChange={(event) => dispatch({ kind: "head", change: { freightSpread: event.target.value as FreightSpread } })} />
            <DecimalInput name="otherTaxes" label={t("otherTaxes")} optional={t("optional")} format={format} maxFraction={2} value={draft.otherTaxes} error={errors.otherTaxes} onValue={(otherTaxes) => dispatch({ kind: "head", change: { otherTaxes } })} />
            <DecimalInput name="paperTotal" label={t("paperTotal")} optional={t("optional")} format={format} maxFraction={2} value={draft.paperTotal} error={errors.expectedTotal} onValue={(paperTotal) => dispatch({ kind: "head", change: { paperTotal } })} />
          </div>
          <Textarea name="notes" label={t("notes")} optional={t("optional")} rows={2} defaultValue={draft.notes} error={errors.notes} onChange={(event) => dispatch({ kind: "head", change: { notes: event.target.value } })} />
        </div>
        <BillTotals bill={bill} paperTotal={draft.paperTotal} format={format} />
      </div>
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? t("saving") : t("save")}</Button></div>
    </form>
  );
}

function BillHead({ draft, suppliers, locations, errors, dispatch }: { draft: BillDraft; suppliers: BillEditorProps["suppliers"]; locations: BillEditorProps["locations"]; errors: Readonly<Record<string, string>>; dispatch: ReturnType<typeof useBill>["dispatch"] }) {
  const t = useTranslations("purchases.form");
  const set = (change: Partial<BillDraft>): void => dispatch({ kind: "head", change });
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_1fr_1fr]">
      <Select name="supplierId" label={t("supplier")} placeholder={t("chooseSupplier")} value={draft.supplierId} error={errors.supplierId} autoFocus={draft.supplierId === ""} required options={suppliers.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => set({ supplierId: event.target.value })} />
      <TextInput name="number" label={t("number")} hint={t("numberHint")} mono autoComplete="off" maxLength={60} defaultValue={draft.number} error={errors.number} autoFocus={draft.supplierId !== ""} required onChange={(event) => set({ number: event.target.value })} />
      <TextInput name="date" type="date" label={t("date")} defaultValue={draft.date} error={errors.date} required onChange={(event) => set({ date: event.target.value })} />
      <TextInput name="dueDate" type="date" label={t("dueDate")} optional={t("optional")} defaultValue={draft.dueDate} error={errors.dueDate} onChange={(event) => set({ dueDate: event.target.value })} />
      {locations.length > 1 ? <Select name="locationId" label={t("location")} value={draft.locationId} error={errors.locationId} options={locations.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => set({ locationId: event.target.value })} /> : null}
    </div>
  );
}

/** The lines' nets by their keys: a bill reckons only lines that have a quantity. */
function netsOf(draft: BillDraft): ReadonlyMap<number, string> {
  return new Map(draft.lines.map((line) => [line.key, billOf({ ...draft, lines: [line] }).subtotal]));
}

/** Where a refused path of the request stands on the page. */
function fieldOf(path: string, draft: BillDraft): string {
  const [, at, field] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (at === undefined) return path === "expectedTotal" ? "paperTotal" : path === "lines" ? "bill-goods" : path;
  const part = { quantity: "quantity", unitCost: "cost", discounts: "discounts", taxRate: "tax", weight: "weight" }[field!] ?? "quantity";
  return `line-${draft.lines[Number(at)]?.key}-${part}`;
}
