"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";

interface CategoryFieldProps {
  categories: readonly SelectOption[];
  categoryId: string | null;
  error?: string;
}

const NEW = "new";

/** One of the shop's categories, or a new one by its name, without leaving the form. */
export function CategoryField({ categories, categoryId, error }: CategoryFieldProps) {
  const t = useTranslations("products.form");
  const [chosen, setChosen] = useState(categoryId ?? "");
  if (chosen === NEW || categories.length === 0) {
    return (
      <div className="flex items-end gap-1">
        <div className="min-w-0 flex-1">
          <TextInput label={t("newCategory")} name="categoryName" error={error} optional={t("optional")} autoComplete="off" maxLength={80} autoFocus={chosen === NEW} />
        </div>
        {categories.length === 0 ? null : <Button tone="quiet" iconOnly aria-label={t("chooseCategory")} icon={<X aria-hidden size={16} />} onClick={() => setChosen(categoryId ?? "")} />}
      </div>
    );
  }
  return (
    <Select
      label={t("category")}
      name="categoryId"
      optional={t("optional")}
      value={chosen}
      error={error}
      placeholder={t("noCategory")}
      options={[...categories, { value: NEW, label: t("newCategoryOption") }]}
      onChange={(event) => setChosen(event.target.value)}
    />
  );
}
