"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition, type FormEvent } from "react";
import { flushSync } from "react-dom";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { Refusal } from "@/kernel/refusal.ts";
import { fieldErrors } from "@/messages/refusal-message.ts";
import type { Defect } from "@/modules/tenancy/define-action.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import type { SelectOption } from "@/ui/select.tsx";
import { saveProductAction } from "../actions.ts";
import type { ProductView } from "../queries/product-view.ts";
import type { CustomField } from "../rules/custom-fields.ts";
import { ConflictBanner } from "./conflict-banner.tsx";
import type { DatedRate } from "./cost-terms.tsx";
import { MoreFields } from "./more-fields.tsx";
import { ProductFields } from "./product-fields.tsx";
import { readFields } from "./read-fields.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

export interface FormFacts {
  tenantSlug: string;
  format: FormatStyle;
  seesCost: boolean;
  categories: readonly SelectOption[];
  /** Percent, the usual one first. */
  taxRates: readonly Decimal[];
  /** What foreign currencies are worth today. */
  rates: readonly DatedRate[];
  /** The shop's own. */
  customFields: readonly CustomField[];
}

interface ProductFormProps extends FormFacts {
  id: string;
  product: ProductView | null;
  start: Partial<ProductView>;
  onSaved: (saved: ProductView, another: boolean) => void;
  onDiscard: (theirs: ProductView) => void;
}

/** One form for a new product and an old one. A refusal leaves every field as it was typed. */
export function ProductForm({ id, product, start, onSaved, onDiscard, ...facts }: ProductFormProps) {
  const t = useTranslations("products.form");
  const tErrors = useTranslations("errors") as unknown as Parameters<typeof fieldErrors>[0];
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [pending, run] = useTransition();
  const [problem, setProblem] = useState<Refusal | Defect | null>(null);
  const [dirty, setDirty] = useState(false);

  const save = (another: boolean, version = product?.version ?? null): void => {
    if (pending || !form.current) return;
    settleField();
    const given = readFields(form.current, { id, version });
    run(async () => {
      const result = await reach(() => saveProductAction(facts.tenantSlug, given));
      setProblem(result.ok ? null : result);
      if (!result.ok) return;
      setDirty(false);
      onSaved(result.value, another);
    });
  };
  useKeys([
    { keys: "ctrl+s", label: t("save"), run: () => save(false) },
    { keys: "ctrl+enter", label: product ? t("save") : t("saveAndAnother"), run: () => save(product === null) },
  ]);
  useLeaveWarning(dirty);

  const refusal = problem && problem.code !== "defect" ? problem : null;
  const errors = refusal ? fieldErrors(tErrors, refusal) : {};
  const isConflict = product !== null && refusal?.code === "version_changed";
  const shown = { product: product ?? start, isNew: product === null, errors, ...facts };
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-6"
      onChange={() => setDirty(true)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(false);
      }}
    >
      <FormErrors title={t("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {isConflict ? <ConflictBanner tenantSlug={facts.tenantSlug} base={product} format={facts.format} onKeepMine={(version) => save(false, version)} onTakeTheirs={onDiscard} /> : null}
      {problem && !isConflict && Object.keys(errors).length === 0 ? <Banner tone="negative" live>{problemText(problem)}</Banner> : null}
      <ProductFields {...shown} />
      <MoreFields {...shown} />
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-paper px-4 py-3 max-sm:bottom-14 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-0">
        <Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined} aria-disabled={pending || undefined}>
          {pending ? t("saving") : t("save")}
        </Button>
        {product ? null : <Button kbd="Ctrl ↵" aria-disabled={pending || undefined} onClick={() => save(true)}>{t("saveAndAnother")}</Button>}
        {dirty ? <span className="text-sm text-ink-3">{t("unsaved")}</span> : null}
      </div>
    </form>
  );
}

/** A key may save while a number is being typed: "1200*1,21" becomes its result only when its field is left. */
function settleField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  flushSync(() => field.blur());
  field.focus();
}

/** The browser's own question before a tab with unsaved changes closes. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);
}
