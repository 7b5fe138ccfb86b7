"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/ui/banner.tsx";
import { Select } from "@/ui/select.tsx";
import type { MappingQuestion } from "../rules/mapping-questions.ts";
import { isNumericField } from "../rules/import-values.ts";
import type { MappingState } from "./mapping-state.ts";

interface MappingAnswersProps {
  questions: readonly MappingQuestion[];
  state: MappingState;
  onState: (state: MappingState) => void;
}

/** What the list leaves open, each question with its answer beside it; questions about columns are answered over the columns. */
export function MappingAnswers({ questions, state, onState }: MappingAnswersProps) {
  const t = useTranslations("imports");
  if (questions.length === 0) return null;
  return (
    <Banner tone="warning" title={t("mapping.questions")}>
      <ul className="flex flex-col gap-3 pt-2">
        {questions.map(({ code, field, sample }) => (
          <li key={`${code} ${field}`} className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_16rem]">
            <span className="sm:pb-2">{t(`questions.${code}`, { sample: sample ?? "" })}</span>
            <Answer code={code} field={field} state={state} onState={onState} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Answer({ code, field, state, onState }: Pick<MappingQuestion, "code" | "field"> & Omit<MappingAnswersProps, "questions">) {
  const t = useTranslations("imports");
  const name = t(`fields.${field}`);
  if (code === "price_tax" && (field === "salePrice" || field === "costPrice")) {
    const options = [{ value: "yes", label: t("mapping.withTax") }, { value: "no", label: t("mapping.withoutTax") }];
    return <Select label={t("mapping.priceTax", { field: name })} name={`tax-${field}`} value={state.hasTax[field] === true ? "yes" : "no"} options={options} onChange={(event) => onState({ ...state, hasTax: { ...state.hasTax, [field]: event.target.value === "yes" } })} />;
  }
  if (code === "number_style" && isNumericField(field)) {
    const options = [{ value: ",", label: t("mapping.comma") }, { value: ".", label: t("mapping.point") }];
    return <Select label={t("mapping.decimalOf", { field: name })} name={`decimal-${field}`} value={state.decimals[field] ?? ","} options={options} onChange={(event) => onState({ ...state, decimals: { ...state.decimals, [field]: event.target.value as "," | "." } })} />;
  }
  return null;
}
