"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { moveCashAction, openShiftAction } from "../actions.ts";
import { CASH_PURPOSES } from "../rules/cash-purposes.ts";

interface TillProps {
  tenantSlug: string;
  format: FormatStyle;
}

/** Opens a register's till with what is in its drawer. */
export function OpenTillDialog({ tenantSlug, format, registerId, registerName }: TillProps & { registerId: string; registerName: string }) {
  const t = useTranslations("cash.open");
  const router = useRouter();
  const [id, setId] = useState<string | null>(null);
  const [float, setFloat] = useState<Decimal | null>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void =>
    save(() => openShiftAction(tenantSlug, { id, registerId, float: float ?? "0" }), () => {
      setId(null);
      showToast({ message: t("done", { name: registerName }) });
      router.refresh();
    });
  const footer = (
    <>
      <Button onClick={() => setId(null)}>{t("close")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{t("save")}</Button>
    </>
  );
  return (
    <>
      <Button tone="primary" onClick={() => setId(newId())}>{t("open")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title", { name: registerName })} footer={footer}>
        <form noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ?? errors.registerId ? <Banner tone="negative" live>{sentence ?? errors.registerId}</Banner> : null}
          <DecimalInput name="float" label={t("float")} hint={t("hint")} format={format} maxFraction={2} minFraction={2} value={float} onValue={setFloat} error={errors.float} autoFocus />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}

/** Cash into the drawer or out of it, beside sales. */
export function MoveCashDialog({ tenantSlug, format, shiftId }: TillProps & { shiftId: string }) {
  const t = useTranslations("cash.move");
  const router = useRouter();
  const [id, setId] = useState<string | null>(null);
  const [amount, setAmount] = useState<Decimal | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const open = (): void => {
    setAmount(null);
    setId(newId());
  };
  const submit = (): void => {
    const given = new FormData(form.current!);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    save(() => moveCashAction(tenantSlug, { id, shiftId, direction: text("direction"), amount: amount ?? "", purpose: text("purpose"), reason: text("reason") }), () => {
      setId(null);
      showToast({ message: t("done") });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setId(null)}>{t("close")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{t("save")}</Button>
    </>
  );
  return (
    <>
      <Button onClick={open}>{t("open")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title")} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <Select name="direction" label={t("direction")} options={(["out", "in"] as const).map((value) => ({ value, label: t(`directions.${value}`) }))} />
          <DecimalInput name="amount" label={t("amount")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setAmount} error={errors.amount} autoFocus required />
          <Select name="purpose" label={t("purpose")} options={CASH_PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))} />
          <TextInput name="reason" label={t("reason")} error={errors.reason} maxLength={500} autoComplete="off" required />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
