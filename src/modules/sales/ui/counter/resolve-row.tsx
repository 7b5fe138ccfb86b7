"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { formatPrice } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { searchProducts } from "../../rules/find-products.ts";
import { isCode, readPrice } from "../../rules/parse-entry.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { notify } from "./counter-core.ts";
import { notifyRefusal } from "./apply-action.ts";
import { insertDecimal } from "./insert-decimal.ts";
import { attachUnknown, createUnknown } from "./resolve-unknown.ts";
import { stepBack } from "./step-back.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const FIELD = "h-ctl rounded-sm border-2 border-accent-edge bg-surface px-2 pointer-coarse:h-11";

/** What becomes of a code that nothing answered to, in a row under the ticket: a new product of two fields, or one more code of a known one. */
export function ResolveRow() {
  const t = useTranslations("pos.resolve");
  const resolving = useCounterState((state) => state.resolving);
  if (!resolving) return null;
  const { code, how } = resolving;
  return (
    <section aria-label={t(how, { code })} className="shrink-0 border-t-2 border-accent-edge bg-surface px-3 py-2 lg:px-4">
      <h2 className="mb-1 font-semibold">{t(how, { code })}</h2>
      {how === "create" ? <CreateForm key={code} code={code} /> : <AttachSearch key={code} code={code} />}
    </section>
  );
}

function CreateForm({ code }: { code: string }) {
  const t = useTranslations("pos.resolve");
  const counter = useCounter();
  const { format } = counter.setting;
  const [name, setName] = useState("");
  const [price, setPrice] = useState("");
  const [busy, setBusy] = useState(false);
  const first = useFirstField();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || name.trim() === "") return;
    if (isCode(price.trim(), { scanned: false })) return notify(counter, { kind: "notANumber" }, "warning");
    const salePrice = price.trim() === "" ? null : readPrice(price, format);
    if (salePrice !== null && typeof salePrice !== "string") return notifyRefusal(counter, "not_a_number");
    setBusy(true);
    await createUnknown(counter, code, { name: name.trim(), salePrice });
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
      <label className="flex min-w-40 flex-1 flex-col gap-1">
        <span className="label">{t("name")}</span>
        <input ref={first} value={name} maxLength={200} autoComplete="off" onChange={(event) => setName(event.target.value)} className={FIELD} />
      </label>
      <label className="flex w-36 flex-col gap-1">
        <span className="label">{t("price")}</span>
        <input
          value={price}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => setPrice(event.target.value)}
          onKeyDown={(event) => event.code === "NumpadDecimal" && insertDecimal(event, format.decimal, setPrice)}
          className={clsx(FIELD, "num text-right")}
        />
      </label>
      <Button type="submit" tone="primary" kbd="↵" aria-disabled={busy}>{t("createAction")}</Button>
      <Button kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
    </form>
  );
}

function AttachSearch({ code }: { code: string }) {
  const t = useTranslations("pos.resolve");
  const counter = useCounter();
  const { format } = counter.setting;
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState(0);
  const [busy, setBusy] = useState(false);
  const first = useFirstField();
  const found: PosProduct[] = words.trim() === "" ? [] : searchProducts(counter.index, words, 5);
  const take = async (product: PosProduct | undefined): Promise<void> => {
    if (!product || busy) return;
    setBusy(true);
    await attachUnknown(counter, code, product);
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const deed = { ArrowDown: () => setPicked(Math.min(found.length - 1, picked + 1)), ArrowUp: () => setPicked(Math.max(0, picked - 1)), Enter: () => void take(found[picked]) }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <input ref={first} aria-label={t("search")} placeholder={t("search")} value={words} autoComplete="off" onChange={(event) => { setWords(event.target.value); setPicked(0); }} onKeyDown={onKeyDown} className={clsx(FIELD, "flex-1")} />
        <Button kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
      </div>
      <ul aria-label={t("found")}>
        {found.map((product, i) => (
          <li key={product.id} className={clsx("flex min-h-8 items-center gap-3 px-2 pointer-coarse:min-h-11", i === picked && "bg-accent-soft")}>
            <button type="button" onClick={() => void take(product)} className="flex min-w-0 flex-1 items-center gap-3 text-left">
              <span className="min-w-0 flex-1 truncate">{product.name} <span className="font-mono text-2xs text-ink-3">{product.sku}</span></span>
              <span className="num font-semibold">{product.salePrice === null ? "" : formatPrice(product.salePrice, format)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useFirstField() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return field;
}
