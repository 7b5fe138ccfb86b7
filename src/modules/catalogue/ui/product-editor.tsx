"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newId } from "@/kernel/id.ts";
import { showToast } from "@/ui/toast-store.ts";
import type { ProductView } from "../queries/product-view.ts";
import { ProductForm, type FormFacts } from "./product-form.tsx";

interface ProductEditorProps extends FormFacts {
  /** Null: a new one. */
  product: ProductView | null;
  /** Of the product to be, made with the page: a double click is one product. */
  newProductId: string;
  /** What a new product starts with: a scanned code, a searched name, a product to copy. */
  start: Partial<ProductView>;
}

/** The form and what becomes of it: after "save and another" an empty one, after somebody else's change theirs. */
export function ProductEditor({ product, newProductId, start, ...facts }: ProductEditorProps) {
  const t = useTranslations("products.form");
  const router = useRouter();
  const [base, setBase] = useState({ product, id: product?.id ?? newProductId, start });
  // Another form altogether, not the same one with other values.
  const [sheet, setSheet] = useState(0);

  const onSaved = (saved: ProductView, another: boolean): void => {
    showToast({ message: t("saved", { name: saved.name }) });
    if (another) {
      setBase({ product: null, id: newId(), start: { categoryId: saved.categoryId, unit: saved.unit, taxRate: saved.taxRate } });
      setSheet(sheet + 1);
      window.scrollTo({ top: 0 });
    } else if (base.product) {
      setBase({ ...base, product: saved });
      router.refresh();
    } else router.push(`/products/${saved.id}`);
  };
  const onDiscard = (theirs: ProductView): void => {
    setBase({ ...base, product: theirs });
    setSheet(sheet + 1);
    router.refresh();
  };
  return <ProductForm key={sheet} id={base.id} product={base.product} start={base.start} onSaved={onSaved} onDiscard={onDiscard} {...facts} />;
}
