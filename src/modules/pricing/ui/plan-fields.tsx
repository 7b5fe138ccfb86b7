"use client";

import { useTranslations } from "next-intl";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { ScopeOptions } from "../queries/list-scope-options.ts";
import { ROUNDING_MODES } from "../rules/round-price.ts";
import { ROUNDING_CHOICES } from "../rules/rounding-choice.ts";

export interface PlanChoices extends ScopeOptions {
  categories: readonly SelectOption[];
  /** Base and own lists; the base has no value. */
  lists: readonly SelectOption[];
}

interface ScopeFieldsProps {
  choices: PlanChoices;
  /** Before ids, where two forms stand on one page. */
  prefix?: string;
}

/** Which products: each choice narrows, none is all. */
export function ScopeFields({ choices, prefix = "" }: ScopeFieldsProps) {
  const t = useTranslations("prices.scope");
  const all = { placeholder: t("all") };
  const named = (names: readonly string[]): SelectOption[] => names.map((name) => ({ value: name, label: name }));
  return (
    <>
      {choices.suppliers.length > 0 ? <Select {...all} id={`${prefix}supplierId`} name="supplierId" label={t("supplier")} options={choices.suppliers.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      {choices.brands.length > 0 ? <Select {...all} id={`${prefix}brand`} name="brand" label={t("brand")} options={named(choices.brands)} /> : null}
      {choices.categories.length > 0 ? <Select {...all} id={`${prefix}categoryId`} name="categoryId" label={t("category")} options={choices.categories} /> : null}
      {choices.tags.length > 0 ? <Select {...all} id={`${prefix}tag`} name="tag" label={t("tag")} options={named(choices.tags)} /> : null}
      <TextInput id={`${prefix}q`} name="q" label={t("q")} type="search" autoComplete="off" maxLength={200} />
    </>
  );
}

interface PlanFieldsProps {
  choices: PlanChoices;
  format: FormatStyle;
  errors: Readonly<Record<string, string>>;
  seesCost: boolean;
  /** Of an own list: its prices may come from the base. */
  isOwn: boolean;
  /** Of a bill: prices may follow its costs. */
  isOfBill?: boolean;
  /** The rule that is chosen. */
  kind: string;
}

const OF_COSTS = ["markup", "margin", "target"] as const;

/** The whole question: which products, how much, rounded how, within which limits. */
export function PlanFields({ choices, format, errors, seesCost, isOwn, isOfBill = false, kind }: PlanFieldsProps) {
  const t = useTranslations("prices");
  const kinds = [...(isOfBill && seesCost ? (["keep"] as const) : []), "percent", "fixed", ...(seesCost ? OF_COSTS : []), "set", ...(isOwn ? (["base"] as const) : [])] as const;
  const choiceLabel = (choice: string): string => {
    if (choice === "list") return t("rounding.asList");
    if (choice === "none") return t("rounding.none");
    const [step = "", ending] = choice.split("/");
    return ending === undefined ? t("rounding.to", { step }) : t("rounding.ending", { ending });
  };
  return (
    <>
      <Group title={t("rule.title")}>
        {choices.lists.length > 1 ? <Select name="listId" label={t("scope.list")} options={choices.lists} /> : null}
        <Select name="kind" label={t("rule.kind")} options={kinds.map((one) => ({ value: one, label: one === "base" ? t("rule.fromBase") : t(`rule.${one}`) }))} />
        {kind === "target" || kind === "keep" ? null : <TextInput name="value" label={t("rule.value")} error={errors["rule.value"] ?? errors.value} inputMode="decimal" autoComplete="off" autoFocus placeholder={`12${format.decimal}5`} />}
      </Group>
      <Group title={t("scope.title")}>
        <ScopeFields choices={choices} />
        {seesCost ? <Select name="below" label={t("scope.below")} placeholder={t("scope.all")} error={errors["scope.below"]} options={(["floor", "target"] as const).map((value) => ({ value, label: t(`scope.belowNow.${value}`) }))} /> : null}
      </Group>
      <Group title={t("rounding.title")}>
        <Select name="rounding" label={t("rounding.label")} options={ROUNDING_CHOICES.map((choice) => ({ value: choice, label: choiceLabel(choice) }))} />
        <Select name="mode" label={t("rounding.mode")} options={ROUNDING_MODES.map((mode) => ({ value: mode, label: t(`rounding.${mode}`) }))} />
      </Group>
      <Group title={t("guards.title")}>
        <TextInput name="maxJump" label={t("guards.maxJump")} suffix="%" defaultValue="40" error={errors["guards.maxJump"] ?? errors.maxJump} inputMode="decimal" autoComplete="off" />
        {seesCost ? <TextInput name="floorMargin" label={t("guards.floorMargin")} suffix="%" error={errors["guards.floorMargin"] ?? errors.floorMargin} inputMode="decimal" autoComplete="off" /> : null}
        <div className="col-span-full"><Checkbox name="hold" label={t("guards.hold")} defaultChecked /></div>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="label pb-1.5">{title}</legend>
      <div className="grid grid-cols-2 items-end gap-x-3 gap-y-2">{children}</div>
    </fieldset>
  );
}
