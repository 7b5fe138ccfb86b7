"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ActionResult } from "@/modules/tenancy/define-action.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import { GoodsGrid, type GoodsLine } from "./goods-grid.tsx";
import { GoodsPicker } from "./goods-picker.tsx";
import { useLineFocus } from "./line-focus.ts";
import { usePaste } from "./use-paste.ts";

export interface GoodsFormStart {
  /** Made with the page: sent twice, it is one document. */
  id: string;
  supplierId: string;
  locationId: string;
  /** Values of the fields of `asks`, by name. */
  values: Readonly<Record<string, string>>;
  lines: readonly { goods: BillGoods; quantity: Decimal; unitCost: Decimal | null }[];
}

interface GoodsFormProps {
  tenantSlug: string;
  format: FormatStyle;
  start: GoodsFormStart;
  suppliers: readonly { id: string; name: string }[];
  locations: readonly { id: string; name: string }[];
  /** What this document has besides supplier, place and lines; `name` is that of the request. */
  asks: readonly { name: string; label: string; type?: "date"; hint?: string; isOptional: boolean; most: number }[];
  /** Sent along as it stands. */
  extra?: Readonly<Record<string, unknown>>;
  words: Readonly<Record<"supplier" | "choose" | "location" | "lines" | "empty" | "save" | "saving" | "saved" | "errors" | "optional" | "costHint", string>>;
  /** The folder of the finished document. */
  home: string;
  save: (tenantSlug: string, input: Record<string, unknown>) => Promise<ActionResult<{ id: string; number: string }>>;
  /** Fills in what is missing of the supplier's goods. */
  suggest?: { label: string; /** What was added, by how many; "#" stands for it. */ said: Readonly<Record<"none" | "one" | "other", string>>; run: (tenantSlug: string, input: { supplierId: string; locationId: string }) => Promise<ActionResult<{ goods: BillGoods; quantity: string }[]>> };
}

/** A document of goods by keyboard: supplier, then product, Enter, quantity, Enter, cost, Enter, the next one; Ctrl S saves. */
export function GoodsForm({ tenantSlug, format, start, suppliers, locations, asks, extra = {}, words, home, save: send, suggest }: GoodsFormProps) {
  const router = useRouter();
  const [supplierId, setSupplier] = useState(start.supplierId);
  const [locationId, setLocation] = useState(start.locationId);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(start.values);
  const [lines, setLines] = useState<readonly GoodsLine[]>(start.lines.map((line, key) => ({ key, ...line })));
  const [said, setSaid] = useState<string>();
  const focusLineOf = useLineFocus(lines);
  const { save, pending, errors, sentence } = useSave();
  const filling = useSave();
  const add = (more: readonly { goods: BillGoods; quantity: Decimal | null; unitCost: Decimal | null }[]): void =>
    setLines((known) => {
      const fresh = more.filter(({ goods }) => !known.some((line) => line.goods.id === goods.id));
      const from = known.reduce((most, { key }) => Math.max(most, key + 1), 0);
      return [...known, ...fresh.map((line, i) => ({ key: from + i, ...line }))];
    });
  const paste = usePaste(tenantSlug, format, supplierId, (change) => (change.kind === "add" ? add(change.lines) : undefined), false);
  const pick = (goods: BillGoods): void => {
    const known = lines.find((line) => line.goods.id === goods.id);
    if (known) return void document.getElementById(`line-${known.key}-quantity`)?.focus();
    focusLineOf(goods.id);
    add([{ goods, quantity: null, unitCost: null }]);
  };
  const submit = (): void => {
    const given = Object.fromEntries(asks.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : [])));
    const body = { ...extra, ...given, id: start.id, supplierId, ...(locationId === "" ? {} : { locationId }), lines: lines.map(({ goods, quantity, unitCost }) => ({ productId: goods.id, quantity: trimZeros(quantity ?? "0"), ...(unitCost === null ? {} : { unitCost }) })) };
    save(() => send(tenantSlug, body), (made) => {
      showToast({ message: words.saved.replace("{number}", made.number) });
      router.push(`${home}/${made.id}`);
      router.refresh();
    });
  };
  const fill = (): void => {
    if (!suggest || supplierId === "") return;
    filling.save(() => suggest.run(tenantSlug, { supplierId, locationId }), (found) => {
      add(found.map(({ goods, quantity }) => ({ goods, quantity, unitCost: null })));
      setSaid(suggest.said[found.length === 0 ? "none" : found.length === 1 ? "one" : "other"].replace("#", String(found.length)));
    });
  };
  useKeys([{ keys: "ctrl+s", label: words.save, run: submit, whileTyping: true }, ...(suggest ? [{ keys: "ctrl+m", label: suggest.label, run: fill, whileTyping: true }] : [])]);
  const told = Object.entries(errors).map(([path, message]) => ({ id: fieldOf(path, lines), message }));
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={words.errors} errors={told} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select name="supplierId" label={words.supplier} placeholder={words.choose} value={supplierId} error={errors.supplierId} autoFocus={start.supplierId === ""} required options={suppliers.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => setSupplier(event.target.value)} />
        {locations.length > 1 ? <Select name="locationId" label={words.location} value={locationId} error={errors.locationId} options={locations.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => setLocation(event.target.value)} /> : null}
        {asks.map(({ name, label, type, hint, isOptional, most }) => (
          <TextInput key={name} name={name} label={label} {...(type ? { type } : {})} hint={hint} optional={isOptional ? words.optional : undefined} required={!isOptional} maxLength={most} autoComplete="off" defaultValue={values[name] ?? ""} error={errors[name]} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />
        ))}
      </div>
      <section className="flex flex-col gap-3" aria-labelledby="goods-lines">
        <h2 id="goods-lines" className="wide text-md font-semibold">{words.lines}</h2>
        {lines.length === 0 ? <p className="py-4 text-ink-2">{words.empty}</p> : <GoodsGrid format={format} caption={words.lines} lines={lines} errors={errors} costHint={words.costHint} onChange={(key, change) => setLines((known) => known.map((line) => (line.key === key ? { ...line, ...change } : line)))} onRemove={(key) => setLines((known) => known.filter((line) => line.key !== key))} />}
        <GoodsPicker tenantSlug={tenantSlug} supplierId={supplierId || null} onPick={pick} onPaste={paste.take} problem={errors.lines} />
        {paste.said.map((sentenceSaid) => <Banner key={sentenceSaid} tone="warning" live>{sentenceSaid}</Banner>)}
        {suggest ? <div className="flex flex-wrap items-center gap-3"><Button kbd="Ctrl M" aria-disabled={supplierId === "" || undefined} aria-busy={filling.pending || undefined} onClick={fill}>{suggest.label}</Button><span role="status" className="text-ink-2">{said}</span></div> : null}
        {filling.whole ? <Banner tone="negative" live>{filling.whole}</Banner> : null}
      </section>
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? words.saving : words.save}</Button></div>
    </form>
  );
}

/** Where a refused path of the request stands on the page. */
function fieldOf(path: string, lines: readonly GoodsLine[]): string {
  const [, at, field] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (at === undefined) return path === "lines" ? "bill-goods" : path;
  return `line-${lines[Number(at)]?.key}-${field === "unitCost" ? "cost" : "quantity"}`;
}
