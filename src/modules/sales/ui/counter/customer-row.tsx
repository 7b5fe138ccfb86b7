"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { compare } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { FIELD } from "./field-look.ts";
import { createCustomer, searchCustomers, takeCustomer } from "./pick-customer.ts";
import { stepBack } from "./step-back.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** Whose ticket it is, in a row under it: somebody known, or somebody new by name and phone. */
export function CustomerRow() {
  const t = useTranslations("pos.picking");
  const counter = useCounter();
  const { format } = counter.setting;
  const picking = useCounterState((state) => state.picking);
  const [picked, setPicked] = useState(0);
  const [phone, setPhone] = useState<string | null>(null);
  const [document, setDocument] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  if (!picking) return null;
  const { words, found } = picking;
  const isNew = words.trim() !== "";
  const choose = (at: number): void => {
    const customer = found[at];
    if (customer) void takeCustomer(counter, customer);
    else if (isNew) setPhone("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.length - (isNew ? 0 : 1);
    const deed = { ArrowDown: () => setPicked(Math.min(last, picked + 1)), ArrowUp: () => setPicked(Math.max(0, picked - 1)), Enter: () => choose(picked) }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <section aria-label={t("title")} className="shrink-0 border-t-2 border-accent-edge bg-surface px-3 py-2 lg:px-4">
      <h2 className="mb-1 font-semibold">{t("title")}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-40 flex-1 flex-col gap-1">
          <span className="label">{t("search")}</span>
          <input ref={first} value={words} maxLength={120} autoComplete="off" onChange={(event) => { setPicked(0); void searchCustomers(counter, event.target.value); }} onKeyDown={onKeyDown} className={FIELD} />
        </label>
        {phone === null ? null : (
          <>
            <NewField label={t("phone")} value={phone} onChange={setPhone} onEnter={() => void createCustomer(counter, { name: words, phone, document })} isFirst />
            <NewField label={t("document")} value={document} onChange={setDocument} onEnter={() => void createCustomer(counter, { name: words, phone, document })} />
          </>
        )}
        <Button onClick={() => void takeCustomer(counter, null)}>{t("nobody")}</Button>
        <Button kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
      </div>
      <ul aria-label={t("found")}>
        {found.map((customer, i) => (
          <li key={customer.id} className={clsx("flex min-h-8 items-center px-2 pointer-coarse:min-h-11", i === picked && "bg-accent-soft")}>
            <button type="button" onClick={() => void takeCustomer(counter, customer)} className="flex min-w-0 flex-1 items-center gap-3 text-left">
              <span className="min-w-0 flex-1 truncate">{customer.name} <span className="text-2xs text-ink-3">{customer.phone ?? customer.document}</span></span>
              {compare(customer.balance, "0") <= 0 ? null : <span className="num text-sm">{t("balance", { amount: formatMoney(customer.balance, format) })}</span>}
            </button>
          </li>
        ))}
        {isNew ? (
          <li className={clsx("flex min-h-8 items-center px-2 pointer-coarse:min-h-11", picked === found.length && "bg-accent-soft")}>
            <button type="button" onClick={() => setPhone("")} className="flex-1 text-left font-medium">{t("create", { name: words.trim() })}</button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

interface NewFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onEnter: () => void;
  isFirst?: boolean;
}

/** What else is said of somebody new; Enter with or without it makes the customer. */
function NewField({ label, value, onChange, onEnter, isFirst = false }: NewFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus({ preventScroll: true });
  }, [isFirst]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onEnter();
  };
  return (
    <label className="flex w-44 flex-col gap-1">
      <span className="label">{label}</span>
      <input ref={field} value={value} type="tel" maxLength={isFirst ? 40 : 30} autoComplete="off" onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} className={FIELD} />
    </label>
  );
}
