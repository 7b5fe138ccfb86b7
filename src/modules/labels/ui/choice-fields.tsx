"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Select, type SelectOption } from "@/ui/select.tsx";
import type { LabelCounts } from "../queries/count-labels.ts";
import { labelHref, type LabelAddress } from "../rules/label-address.ts";

export interface ChoiceFieldsProps {
  address: LabelAddress;
  counts: LabelCounts;
  categories: readonly SelectOption[];
  /** The base list has no value. */
  lists: readonly SelectOption[];
  format: FormatStyle;
}

const SIMPLE = ["outdated", "unlabelled", "all"] as const;

/** Which products, at which list's prices. Each choice is an address of its own. */
export function ChoiceFields({ address, counts, categories, lists, format }: ChoiceFieldsProps) {
  const t = useTranslations("labels");
  const router = useRouter();
  const go = (next: LabelAddress): void => router.replace(labelHref(next), { scroll: false });
  const { listId, choice, kind } = address;
  const given = kind === "products" || kind === "run" ? [{ value: kind, label: t(`of.${kind}`) }] : [];
  const options = [...given, ...SIMPLE.map((one) => ({ value: one, label: `${t(`of.${one}`)} (${formatNumber(String(counts[one]), format)})` })), ...(categories.length > 0 ? [{ value: "category", label: t("of.category") }] : [])];
  const choose = (value: string): void => {
    const simple = SIMPLE.find((one) => one === value);
    if (simple) go({ listId, kind: simple, choice: { kind: simple } });
    else if (value === "category") go({ listId, kind: "category", choice: null });
  };
  return (
    <>
      <Select name="of" label={t("of.label")} value={kind} options={options} onChange={(event) => choose(event.target.value)} autoFocus />
      {kind === "category" ? <Select name="category" label={t("category")} placeholder={t("chooseCategory")} value={choice?.kind === "category" ? choice.categoryId : ""} options={categories} onChange={({ target: { value } }) => go({ listId, kind, choice: value === "" ? null : { kind, categoryId: value } })} /> : null}
      {lists.length > 1 ? <Select name="list" label={t("list")} value={listId ?? ""} options={lists} onChange={({ target: { value } }) => go({ ...address, listId: value === "" ? null : value })} /> : null}
    </>
  );
}
