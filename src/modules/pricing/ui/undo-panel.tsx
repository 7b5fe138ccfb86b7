"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { undoPriceRunAction } from "../actions.ts";
import { readScope } from "../rules/read-plan.ts";
import { ScopeFields, type PlanChoices } from "./plan-fields.tsx";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

/** Takes a run back, whole or the part that the fields name. */
export function UndoPanel({ tenantSlug, runId, choices }: { tenantSlug: string; runId: string; choices: PlanChoices }) {
  const t = useTranslations("prices.undo");
  const router = useRouter();
  const [isSlice, setIsSlice] = useState(false);
  const { save, pending, whole } = useSave();
  const typedOf = (form: HTMLFormElement) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const submit = (form: HTMLFormElement): void => {
    const typed = typedOf(form);
    save(() => undoPriceRunAction(tenantSlug, { runId, slice: readScope(typed), overwrite: typed["overwrite"] === "on" }), () => {
      showToast({ message: t("opened") });
      router.refresh();
    });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onChange={(event) => setIsSlice(Object.keys(readScope(typedOf(event.currentTarget))).length > 0)}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <h2 className="wide text-md font-semibold">{t("title")}</h2>
      <p className="text-ink-2">{t("text")}</p>
      {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
      <div className="grid grid-cols-2 gap-3"><ScopeFields choices={choices} prefix="undo-" /></div>
      <Checkbox name="overwrite" label={t("overwrite")} />
      <div><Button type="submit" icon={<Undo2 aria-hidden size={16} />} aria-busy={pending || undefined}>{t(isSlice ? "slice" : "button")}</Button></div>
    </form>
  );
}
