"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { fieldErrors, refusalMessage } from "@/messages/refusal-message.ts";
import type { ActionResult } from "@/modules/tenancy/define-action.ts";
import { Banner } from "@/ui/banner.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Select } from "@/ui/select.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { enterProductAction } from "../actions.ts";
import type { ProductView } from "../queries/product-view.ts";
import { UNIT_CODES } from "../rules/units.ts";

interface ProductEntryProps {
  tenantSlug: string;
  /** Of the product to be, made with the page: a double click is one product. */
  id: string;
  seesCost: boolean;
}

interface State {
  result: ActionResult<ProductView> | null;
  /** What was typed: a refusal must not lose it. */
  typed: Record<string, string>;
}

export function ProductEntry({ tenantSlug, id, seesCost }: ProductEntryProps) {
  const t = useTranslations("products");
  const tErrors = useTranslations("errors");
  const translate = tErrors as unknown as Parameters<typeof refusalMessage>[0];
  const router = useRouter();
  const [state, act] = useActionState(async (_before: State, form: FormData): Promise<State> => {
    const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
    const result = await enterProductAction(tenantSlug, typed);
    if (result.ok) router.push(`/products/${result.value.id}`);
    return { result, typed };
  }, { result: null, typed: {} });

  const refused = state.result && !state.result.ok ? state.result : null;
  const words = refused && refused.code !== "defect" ? fieldErrors(translate, refused) : {};
  const errors = { ...words, barcode: words.barcodes };
  const field = (name: string) => ({ name, defaultValue: state.typed[name] ?? "", error: (errors as Record<string, string | undefined>)[name], autoComplete: "off" });
  return (
    <form action={act} className="flex flex-col gap-4" key={JSON.stringify(state.typed)}>
      <FormErrors title={t("form.errors")} errors={Object.entries(errors).flatMap(([name, message]) => (message ? [{ id: name, message }] : []))} />
      {refused && Object.keys(words).length === 0 ? (
        <Banner tone="negative" live>{refused.code === "defect" ? t("form.defect", { reference: refused.reference }) : refusalMessage(translate, refused)}</Banner>
      ) : null}
      <input type="hidden" name="id" value={id} />
      <TextInput label={t("form.barcode")} hint={t("form.barcodeHint")} optional={t("form.optional")} mono autoFocus {...field("barcode")} />
      <TextInput label={t("form.name")} required {...field("name")} />
      <TextInput label={t("form.salePrice")} inputMode="decimal" {...field("salePrice")} />
      {seesCost ? <TextInput label={t("form.costPrice")} optional={t("form.optional")} inputMode="decimal" {...field("costPrice")} /> : null}
      <Select label={t("form.unit")} name="unit" defaultValue={state.typed.unit ?? "u"} options={UNIT_CODES.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))} />
      <TextInput label={t("form.initialStock")} optional={t("form.optional")} inputMode="decimal" {...field("initialStock")} />
      <div>
        <SubmitButton pendingLabel={t("form.saving")}>{t("form.save")}</SubmitButton>
      </div>
    </form>
  );
}
