"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { fieldErrors } from "@/messages/refusal-message.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { saveCategoryAction } from "../actions.ts";
import type { CategoryView } from "../queries/list-categories.ts";
import { withDescendants } from "../rules/category-tree.ts";
import { NEGATIVE_STOCK } from "../rules/negative-stock.ts";
import { categoryOptions } from "../rules/tree-order.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

export interface CategoryTask {
  /** Null: a new one. */
  category: CategoryView | null;
  parentId: string | null;
}

interface CategoryDialogProps {
  tenantSlug: string;
  task: CategoryTask;
  categories: readonly CategoryView[];
  onClose: () => void;
  onDone: () => void;
}

/** Makes, renames or moves a category: a name and a place. */
export function CategoryDialog({ tenantSlug, task: { category, parentId }, categories, onClose, onDone }: CategoryDialogProps) {
  const t = useTranslations("products.categories");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof fieldErrors>[0];
  const problemText = useProblemText();
  const [pending, run] = useTransition();
  const [problem, setProblem] = useState<Parameters<typeof problemText>[0] | null>(null);
  const errors = problem && problem.code !== "defect" ? fieldErrors(tErrors, problem) : {};
  // A category cannot go under itself.
  const within = category ? withDescendants(categories, category.id) : [];
  const save = (form: HTMLFormElement): void => {
    if (pending) return;
    const given = new FormData(form);
    run(async () => {
      const result = await reach(() => saveCategoryAction(tenantSlug, { id: category?.id ?? null, name: String(given.get("category-name")), parentId: String(given.get("category-parent")) || null, negativeStock: NEGATIVE_STOCK.find((one) => one === given.get("category-stock")) ?? null }));
      if (result.ok) onDone();
      else setProblem(result);
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={category ? t("edit", { name: category.name }) : t("new")}
      footer={<Button type="submit" form="category-form" tone="primary" aria-busy={pending || undefined}>{t("save")}</Button>}
    >
      <form
        id="category-form"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save(event.currentTarget);
        }}
      >
        {problem && Object.keys(errors).length === 0 ? <Banner tone="negative" live>{problemText(problem)}</Banner> : null}
        <TextInput label={t("name")} name="category-name" defaultValue={category?.name ?? ""} error={errors.name} autoComplete="off" maxLength={80} autoFocus required />
        <Select label={t("parent")} name="category-parent" defaultValue={parentId ?? ""} error={errors.parentId} placeholder={t("noParent")} options={categoryOptions(categories.filter(({ id }) => !within.includes(id)))} />
        <Select label={t("negativeStock")} name="category-stock" defaultValue={category?.negativeStock ?? ""} placeholder={t("asTheShop")} options={NEGATIVE_STOCK.map((value) => ({ value, label: t(`policies.${value}`) }))} />
      </form>
    </Dialog>
  );
}
