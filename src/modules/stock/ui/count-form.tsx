"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { openCountAction } from "../actions.ts";
import type { LocationView } from "../queries/list-locations.ts";

interface CountFormProps {
  tenantSlug: string;
  /** Where this member may count; the usual one first. */
  locations: readonly LocationView[];
}

/** How many products each plan asks for; none: whatever is counted. */
const PLANS = { five: 5, twenty: 20, free: undefined } as const;
type Plan = keyof typeof PLANS;
const PLAN_NAMES = Object.keys(PLANS) as readonly Plan[];

/** What a count looks at, and where. */
export function CountForm({ tenantSlug, locations }: CountFormProps) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [id] = useState(() => newId());
  const [plan, setPlan] = useState<Plan>("five");
  const [locationId, setLocationId] = useState(locations[0]?.id ?? "");
  const [isBlind, setBlind] = useState(true);
  const [notes, setNotes] = useState("");
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    const suggest = PLANS[plan];
    save(() => openCountAction(tenantSlug, { id, locationId, isBlind, notes, ...(suggest === undefined ? {} : { suggest }) }), (opened) => {
      router.push(`/stock/counts/${opened.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("count.open"), run: submit, whileTyping: true }]);
  return (
    <div className="flex flex-col gap-5">
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <p className="text-ink-2">{t("count.whatHint")}</p>
      <Select label={t("count.what")} name="plan" value={plan} autoFocus options={PLAN_NAMES.map((value) => ({ value, label: t(`count.plans.${value}`) }))} onChange={(event) => setPlan(PLAN_NAMES.find((one) => one === event.target.value) ?? "free")} />
      {locations.length > 1 ? <Select label={t("location")} name="locationId" value={locationId} error={errors["locationId"]} options={locations.map((one) => ({ value: one.id, label: one.name }))} onChange={(event) => setLocationId(event.target.value)} /> : null}
      <TextInput label={t("adjust.notes")} name="notes" value={notes} optional={t("optional")} error={errors["notes"]} maxLength={500} autoComplete="off" onChange={(event) => setNotes(event.target.value)} />
      <Checkbox label={t("count.blind")} name="isBlind" checked={isBlind} onChange={(event) => setBlind(event.target.checked)} />
      <div><Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={submit}>{t("count.open")}</Button></div>
    </div>
  );
}
