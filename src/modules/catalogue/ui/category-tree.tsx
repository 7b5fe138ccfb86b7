"use client";

import { FolderPlus, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { TextLink } from "@/ui/text-link.tsx";
import type { CategoryView } from "../queries/list-categories.ts";
import { withDescendants } from "../rules/category-tree.ts";
import { inTreeOrder } from "../rules/tree-order.ts";
import { CategoryDialog, type CategoryTask } from "./category-dialog.tsx";
import { DeleteCategoryDialog } from "./delete-category-dialog.tsx";

interface CategoryTreeProps {
  tenantSlug: string;
  categories: readonly CategoryView[];
  mayWrite: boolean;
}

/** The shop's categories as a tree, with what can be done to each beside it. */
export function CategoryTree({ tenantSlug, categories, mayWrite }: CategoryTreeProps) {
  const t = useTranslations("products.categories");
  const router = useRouter();
  const [task, setTask] = useState<CategoryTask | null>(null);
  const [doomed, setDoomed] = useState<CategoryView | null>(null);
  useKeys(mayWrite ? [{ keys: "n", label: t("new"), run: () => setTask({ category: null, parentId: null }) }] : []);
  const done = (): void => {
    setTask(null);
    setDoomed(null);
    router.refresh();
  };
  // The list of a category shows what is below it too, so its count does.
  const counts = new Map(categories.map(({ id }) => [id, withDescendants(categories, id).reduce((sum, one) => sum + (categories.find((category) => category.id === one)?.productCount ?? 0), 0)]));
  const countOf = (id: string): number => counts.get(id) ?? 0;
  return (
    <div className="flex flex-col gap-4">
      {mayWrite ? (
        <div>
          <Button tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />} onClick={() => setTask({ category: null, parentId: null })}>{t("new")}</Button>
        </div>
      ) : null}
      {categories.length === 0 ? <EmptyState title={t("emptyTitle")} text={t("emptyText")} /> : null}
      <ul className="border-t-2 border-ink empty:hidden">
        {inTreeOrder(categories).map(({ category, depth }) => (
          <li key={category.id} className="group flex min-h-row items-center gap-2 border-b border-line px-cell hover:bg-sunken" style={{ paddingLeft: `calc(var(--cell) + ${depth * 1.5}rem)` }}>
            <span className={depth === 0 ? "min-w-0 font-semibold break-words" : "min-w-0 break-words"}>{category.name}</span>
            <span className="num ml-auto text-sm whitespace-nowrap">
              {countOf(category.id) > 0 ? <TextLink href={`/products?category=${category.id}`} plain>{t("products", { count: countOf(category.id) })}</TextLink> : <span className="text-ink-3">{t("products", { count: 0 })}</span>}
            </span>
            {mayWrite ? (
              <span className="flex">
                <Button tone="quiet" size="sm" iconOnly aria-label={t("addUnder", { name: category.name })} title={t("addUnder", { name: category.name })} icon={<FolderPlus aria-hidden size={16} />} onClick={() => setTask({ category: null, parentId: category.id })} />
                <Button tone="quiet" size="sm" iconOnly aria-label={t("edit", { name: category.name })} title={t("edit", { name: category.name })} icon={<Pencil aria-hidden size={16} />} onClick={() => setTask({ category, parentId: category.parentId })} />
                <Button tone="quiet" size="sm" iconOnly aria-label={t("delete", { name: category.name })} title={t("delete", { name: category.name })} icon={<Trash2 aria-hidden size={16} />} onClick={() => setDoomed(category)} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {task ? <CategoryDialog tenantSlug={tenantSlug} task={task} categories={categories} onClose={() => setTask(null)} onDone={done} /> : null}
      {doomed ? <DeleteCategoryDialog tenantSlug={tenantSlug} category={doomed} categories={categories} onClose={() => setDoomed(null)} onDone={done} /> : null}
    </div>
  );
}
