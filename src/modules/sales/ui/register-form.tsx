"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { isZero, type Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveRegisterAction } from "../actions.ts";
import type { RegisterRecord } from "../queries/load-register-records.ts";

interface RegisterFormProps {
  tenantSlug: string;
  /** Made with the page: a double click is one register. */
  id: string;
  register: RegisterRecord | null;
  /** Where it may stand, the usual place first. */
  places: readonly { id: string; name: string }[];
  format: FormatStyle;
}

/** A register: its name, where it stands, and how far its drawer may be off before somebody has to say why. */
export function RegisterForm({ tenantSlug, id, register, places, format }: RegisterFormProps) {
  const t = useTranslations("cash.registers");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [tolerance, setTolerance] = useState<Decimal | null>(register && !isZero(register.tolerance) ? register.tolerance : null);
  const [approvalAbove, setApprovalAbove] = useState<Decimal | null>(register?.approvalAbove ?? null);
  const { save, pending, errors, sentence } = useSave();
  const send = (more: { isActive?: boolean }): void => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    save(() => saveRegisterAction(tenantSlug, { id, version: register?.version ?? null, name: text("name"), ...(places.length > 1 ? { locationId: text("locationId") } : {}), tolerance: tolerance ?? (text("tolerance") || "0"), approvalAbove: approvalAbove ?? (text("approvalAbove") || null), ...more }), (saved) => {
      showToast({ message: t("saved", { name: saved.name }) });
      if (register === null) router.push(`/cash/registers/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: () => send({}) }]);
  const told = sentence ?? errors.isActive;
  return (
    <form ref={form} noValidate className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); send({}); }}>
      {told ? <Banner tone="negative" live>{told}</Banner> : null}
      <TextInput label={t("name")} name="name" defaultValue={register?.name} error={errors.name} maxLength={80} autoComplete="off" autoFocus={register === null} required />
      {places.length > 1 ? <Select label={t("place")} name="locationId" defaultValue={register?.locationId} error={errors.locationId} options={places.map((place) => ({ value: place.id, label: place.name }))} /> : null}
      <DecimalInput name="tolerance" label={t("tolerance")} hint={t("toleranceHint")} prefix="$" format={format} maxFraction={2} value={tolerance} onValue={setTolerance} error={errors.tolerance} />
      <DecimalInput name="approvalAbove" label={t("approvalAbove")} hint={t("approvalAboveHint")} optional={t("optional")} prefix="$" format={format} maxFraction={2} value={approvalAbove} onValue={setApprovalAbove} error={errors.approvalAbove} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{t("save")}</Button>
        {register ? <Button tone="quiet" onClick={() => send({ isActive: !register.isActive })}>{t(register.isActive ? "putAway" : "takeBack")}</Button> : null}
      </div>
    </form>
  );
}
