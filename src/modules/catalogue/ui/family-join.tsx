"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { placeVariantAction } from "../actions.ts";
import { ProductFinder, type FoundProduct } from "./product-finder.tsx";

interface FamilyJoinProps {
  tenantSlug: string;
  family: { id: string; attributes: readonly string[] };
}

/** A product that exists becomes a variant: found first, then one value per attribute. Its name, code, price and stock stay. */
export function FamilyJoin({ tenantSlug, family }: FamilyJoinProps) {
  const t = useTranslations("products.variants");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [found, setFound] = useState<FoundProduct | null>(null);
  const [values, setValues] = useState<readonly string[]>(family.attributes.map(() => ""));
  const submit = (): void => {
    if (found === null) return;
    save(() => placeVariantAction(tenantSlug, { id: found.productId, variant: { familyId: family.id, values: [...values] } }), () => {
      showToast({ message: t("joined", { name: found.name }) });
      setFound(null);
      setValues(family.attributes.map(() => ""));
      router.refresh();
    });
  };
  if (found === null) return <ProductFinder tenantSlug={tenantSlug} label={t("joinFind")} hint={t("joinHint")} words={{ notFound: t("notFound"), offers: t("offers") }} onFound={setFound} />;
  const problem = sentence ?? errors["variant.familyId"] ?? errors["variant.values"];
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {problem ? <Banner tone="negative" live>{problem}</Banner> : null}
      <p><strong>{found.name}</strong> <span className="font-mono text-2xs text-ink-3">{found.sku}</span></p>
      <div className="flex flex-wrap gap-3">
        {family.attributes.map((attribute, i) => (
          <div key={attribute} className="w-44">
            <TextInput label={attribute} name={`value-${i}`} id={`join-value-${i}`} value={values[i] ?? ""} error={errors[`variant.values.${i}`]} autoFocus={i === 0} autoComplete="off" maxLength={40} onChange={(event) => setValues(values.map((one, at) => (at === i ? event.target.value : one)))} />
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" aria-busy={pending || undefined}>{t("joinSave")}</Button>
        <Button tone="quiet" onClick={() => setFound(null)}>{t("joinChange")}</Button>
      </div>
    </form>
  );
}
