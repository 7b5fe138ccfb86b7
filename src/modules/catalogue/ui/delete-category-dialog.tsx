"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { deleteCategoryAction } from "../actions.ts";
import type { CategoryView } from "../queries/list-categories.ts";
import { withDescendants } from "../rules/category-tree.ts";
import { categoryOptions } from "../rules/tree-order.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

interface DeleteCategoryDialogProps {
  tenantSlug: string;
  category: CategoryView;
  categories: readonly CategoryView[];
  onClose: () => void;
  onDone: () => void;
}

/** Products are never lost with their category: the question is where they go. */
export function DeleteCategoryDialog({ tenantSlug, category, categories, onClose, onDone }: DeleteCategoryDialogProps) {
  const t = useTranslations("products.categories");
  const problemText = useProblemText();
  const [moveTo, setMoveTo] = useState(category.parentId ?? "");
  const within = withDescendants(categories, category.id);
  const remove = async (): Promise<void> => {
    const result = await reach(() => deleteCategoryAction(tenantSlug, { id: category.id, moveTo: moveTo || null }));
    if (!result.ok) return showToast({ message: problemText(result), tone: "negative" });
    showToast({ message: result.value.moved > 0 ? t("deletedMoved", { name: category.name, count: result.value.moved }) : t("deleted", { name: category.name }) });
    onDone();
  };
  return (
    <ConfirmDialog open onClose={onClose} onConfirm={remove} title={t("delete", { name: category.name })} confirmLabel={t("deleteConfirm")}>
      <div className="flex flex-col gap-4">
        <p>{t("deleteText", { count: category.productCount })}</p>
        <Select label={t("moveTo")} name="move-to" value={moveTo} placeholder={t("nowhere")} options={categoryOptions(categories.filter(({ id }) => !within.includes(id)))} onChange={(event) => setMoveTo(event.target.value)} />
      </div>
    </ConfirmDialog>
  );
}
