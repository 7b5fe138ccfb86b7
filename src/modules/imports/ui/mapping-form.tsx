"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import type { KeptPlan } from "../rules/kept-plan.ts";
import { callImports } from "./call-imports.ts";
import { MappingAnswers } from "./mapping-answers.tsx";
import { MappingPreview } from "./mapping-preview.tsx";
import { choicesOf, stateOf, withField } from "./mapping-state.ts";
import { useCaller } from "./use-caller.ts";

interface MappingFormProps {
  tenantSlug: string;
  id: string;
  plan: KeptPlan;
  taxRates: readonly { value: string; label: string }[];
  seesCost: boolean;
  /** A supplier's list: what it calls the cost is its list price. */
  isList: boolean;
}

/** Sheet, heading row, a field per column over the first rows, and the answers to what the list leaves open. */
export function MappingForm({ tenantSlug, id, plan, taxRates, seesCost, isList }: MappingFormProps) {
  const t = useTranslations("imports");
  const caller = useCaller(tenantSlug);
  const router = useRouter();
  const [state, setState] = useState(() => stateOf(plan));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const isChanged = plan.questions.length > 0 || JSON.stringify(state) !== JSON.stringify(stateOf(plan));

  const save = async (): Promise<void> => {
    if (busy || !isChanged) return;
    setBusy(true);
    const called = await callImports(caller, "PATCH", `/imports/${id}`, { mapping: choicesOf(state, plan) });
    setBusy(false);
    setRefused(called.ok ? null : called.message);
    if (called.ok) router.refresh();
  };
  const headerRows = plan.preview.map(({ row }) => ({ value: String(row - 1), label: t("mapping.rowNumber", { row }) }));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 className="text-md font-semibold">{t("mapping.title")}</h2>
      {plan.remembered ? <Banner tone="info">{t("mapping.remembered")}</Banner> : null}
      <MappingAnswers questions={plan.questions} state={state} onState={setState} />
      <div className="grid gap-4 sm:grid-cols-3">
        {plan.sheets.length > 1 ? (
          <Select label={t("mapping.sheet")} name="sheet" value={state.sheet} options={plan.sheets.map(({ name }) => ({ value: name, label: name }))} onChange={(event) => setState({ ...state, sheet: event.target.value })} />
        ) : null}
        <Select
          label={t("mapping.header")}
          name="headerRow"
          value={state.headerRow === null ? "" : String(state.headerRow)}
          placeholder={t("mapping.noHeader")}
          options={headerRows}
          onChange={(event) => setState({ ...state, headerRow: event.target.value === "" ? null : Number(event.target.value) })}
        />
        <Select label={t("mapping.vat")} name="defaultTaxRate" value={state.defaultTaxRate} options={taxRates} onChange={(event) => setState({ ...state, defaultTaxRate: event.target.value })} />
      </div>
      <MappingPreview plan={plan} fields={state.fields} seesCost={seesCost} isList={isList} onField={(column, field) => setState(withField(state, column, field))} />
      {refused ? <Banner tone="negative" live>{refused}</Banner> : null}
      <div>
        <Button type="submit" aria-busy={busy || undefined} aria-disabled={busy || !isChanged || undefined}>{t("mapping.again")}</Button>
      </div>
    </form>
  );
}
