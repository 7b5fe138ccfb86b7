"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { refusalMessage } from "@/messages/refusal-message.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { savePriceListAction } from "../actions.ts";
import type { PriceListDetail } from "../queries/price-list-view.ts";
import { PRICED_METHODS } from "../rules/list-rules.ts";
import { readListFields } from "../rules/read-list-fields.ts";
import { ROUNDING_MODES } from "../rules/round-price.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

interface ListFormProps {
  tenantSlug: string;
  format: FormatStyle;
  id: string;
  /** Null: a new one. */
  list: PriceListDetail | null;
  categories: readonly SelectOption[];
}

const MOST_ROWS = 6;
const MOST_TARGETS = 200;

/** A price list's rules: where its prices come from, rounding by band, quantities, methods, margins. */
export function ListForm({ tenantSlug, format, id, list, categories }: ListFormProps) {
  const t = useTranslations("prices.list");
  const tMethod = useTranslations("prices.method");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof refusalMessage>[0];
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState(list?.kind ?? "derived");
  const [unread, setUnread] = useState<readonly string[]>([]);
  const { save, pending, errors: refused, sentence } = useSave();
  const submit = (): void => {
    if (!form.current) return;
    const { values, wrong } = readListFields(new FormData(form.current), kind, format.decimal);
    setUnread(wrong);
    if (wrong.length > 0) return;
    save(() => savePriceListAction(tenantSlug, { ...values, id, isNew: list === null, ...(list === null || list.version === 0 ? {} : { version: list.version }) }), (saved) => {
      showToast({ message: t("saved") });
      if (list === null) router.push(`/prices/lists/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: submit }]);
  const errors: Record<string, string> = { ...refused, ...Object.fromEntries(unread.map((name) => [name, refusalMessage(tErrors, { code: "not_a_number" })])) };
  const text = (value: string | null | undefined): string => (value == null ? "" : formatNumber(trimZeros(value), format));
  const number = { inputMode: "decimal" as const, autoComplete: "off" };
  return (
    <form ref={form} noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={t("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      {kind === "base" ? null : (
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <TextInput label={t("name")} name="name" defaultValue={list?.name ?? ""} error={errors.name} maxLength={60} autoComplete="off" autoFocus={list === null} required />
          {list === null ? <Select label={t("kind")} name="kind" value={kind} onChange={(event) => setKind(event.target.value as typeof kind)} options={[{ value: "derived", label: t("derived") }, { value: "own", label: t("own") }]} /> : null}
          {kind === "derived" ? <TextInput label={t("percent")} name="percent" suffix="%" defaultValue={text(list?.percent)} error={errors.percent} {...number} required /> : null}
        </div>
      )}
      <Rows title={t("rounding")} hint={t("lastBand")} add={t("addBand")} start={list?.rounding ?? []} empty={{ upTo: null, step: "10", ending: "0", mode: "nearest" as const }} error={errors.rounding} id="rounding">
        {(band, i) => (
          <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-4">
            <TextInput label={t("upTo")} name="upTo" id={`rounding.${i}.upTo`} defaultValue={text(band.upTo)} error={errors[`rounding.${i}.upTo`]} {...number} />
            <TextInput label={t("step")} name="step" id={`rounding.${i}.step`} defaultValue={text(band.step)} error={errors[`rounding.${i}.step`]} {...number} />
            <TextInput label={t("ending")} name="ending" id={`rounding.${i}.ending`} defaultValue={text(band.ending)} error={errors[`rounding.${i}.ending`]} {...number} />
            <Modes i={i} mode={band.mode} />
          </div>
        )}
      </Rows>
      <Rows title={t("breaks")} hint={t("breaksHint")} add={t("addBreak")} start={list?.breaks ?? []} empty={{ from: "", percent: "" }} error={errors.breaks} id="breaks">
        {(one, i) => (
          <div className="grid grid-cols-2 items-end gap-2">
            <TextInput label={t("from")} name="from" id={`breaks.${i}.from`} defaultValue={text(one.from || null)} error={errors[`breaks.${i}.from`]} {...number} />
            <TextInput label={t("by")} name="by" id={`breaks.${i}.percent`} suffix="%" defaultValue={text(one.percent || null)} error={errors[`breaks.${i}.percent`]} {...number} />
          </div>
        )}
      </Rows>
      <fieldset id="methods" className="grid scroll-mt-20 grid-cols-2 gap-3 sm:grid-cols-5">
        <legend className="label pb-2">{t("methods")}</legend>
        <p className="col-span-full text-sm text-ink-2">{t("methodsHint")}</p>
        {PRICED_METHODS.map((method) => <TextInput key={method} label={tMethod(method)} name={`method.${method}`} id={`methods.${method}`} suffix="%" defaultValue={text(list?.methods[method])} error={errors[`methods.${method}`]} {...number} />)}
      </fieldset>
      <Rows title={t("installments")} hint={t("installmentsHint")} add={t("addInstallments")} start={list?.installments ?? []} empty={{ count: 0, percent: "" }} error={errors.installments} id="installments">
        {(one, i) => (
          <div className="grid grid-cols-2 items-end gap-2">
            <TextInput label={t("count")} name="count" id={`installments.${i}.count`} defaultValue={one.count === 0 ? "" : String(one.count)} error={errors[`installments.${i}.count`]} inputMode="numeric" autoComplete="off" />
            <TextInput label={t("by")} name="rate" id={`installments.${i}.percent`} suffix="%" defaultValue={text(one.percent || null)} error={errors[`installments.${i}.percent`]} {...number} />
          </div>
        )}
      </Rows>
      <div className="grid grid-cols-2 gap-4">
        <TextInput label={t("floor")} name="floorMargin" suffix="%" defaultValue={text(list?.floorMargin)} error={errors.floorMargin} {...number} />
        <TextInput label={t("target")} name="targetMargin" suffix="%" defaultValue={text(list?.targetMargin)} error={errors.targetMargin} {...number} />
      </div>
      {categories.length === 0 ? null : (
        <Rows title={t("categoryTargets")} hint={t("targetsHint")} add={t("addTarget")} start={list?.categoryTargets ?? []} empty={{ categoryId: "", percent: "" }} error={errors.categoryTargets} id="categoryTargets" most={MOST_TARGETS}>
          {(one, i) => (
            <div className="grid grid-cols-2 items-end gap-2">
              <Select label={t("targetCategory")} name="aimOf" id={`categoryTargets.${i}.categoryId`} placeholder="—" defaultValue={one.categoryId} options={categories} />
              <TextInput label={t("targetPercent")} name="aim" id={`categoryTargets.${i}.percent`} suffix="%" defaultValue={text(one.percent || null)} error={errors[`categoryTargets.${i}.percent`]} {...number} />
            </div>
          )}
        </Rows>
      )}
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{t("save")}</Button></div>
    </form>
  );
}

function Modes({ i, mode }: { i: number; mode: (typeof ROUNDING_MODES)[number] }) {
  const t = useTranslations("prices");
  return <Select label={t("list.mode")} name="mode" id={`rounding.${i}.mode`} defaultValue={mode} options={ROUNDING_MODES.map((one) => ({ value: one, label: t(`rounding.${one}`) }))} />;
}

interface RowsProps<T> {
  id: string;
  title: string;
  hint?: string;
  add: string;
  start: readonly T[];
  empty: T;
  error?: string;
  most?: number;
  children: (row: T, index: number) => React.ReactNode;
}

/** As many rows as there are rules; a row left empty says nothing. */
function Rows<T>({ id, title, hint, add, start, empty, error, most = MOST_ROWS, children }: RowsProps<T>) {
  const [rows, setRows] = useState<readonly T[]>(start);
  return (
    <fieldset id={id} tabIndex={-1} className="flex flex-col gap-3">
      <legend className="label pb-2">{title}</legend>
      {error ? <p className="text-sm font-medium text-negative">{error}</p> : null}
      {rows.map((row, i) => <div key={i}>{children(row, i)}</div>)}
      {hint && rows.length > 0 ? <p className="text-sm text-ink-3">{hint}</p> : null}
      {rows.length < most ? <div><Button size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setRows([...rows, empty])}>{add}</Button></div> : null}
    </fieldset>
  );
}
