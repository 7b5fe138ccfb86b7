"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { big, isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { returnSaleAction } from "../actions.ts";
import { REFUNDS } from "../rules/refunds.ts";
import { SecondMember, typedApproval } from "./approval-fields.tsx";
import { atRegister } from "./register-here.ts";

/** A line of which something may still come back. */
export interface ReturnableLine {
  id: string;
  name: string;
  unit: string;
  left: Decimal;
}

interface ReturnDialogProps {
  tenantSlug: string;
  format: FormatStyle;
  saleId: string;
  number: number;
  lines: readonly ReturnableLine[];
}

/** What of a sale comes back, why, and how its money is given. */
export function ReturnDialog({ tenantSlug, format, saleId, number, lines }: ReturnDialogProps) {
  const t = useTranslations("sales.return");
  const router = useRouter();
  // Made when the dialog opens: sent twice, it is one return.
  const [id, setId] = useState<string | null>(null);
  const [quantities, setQuantities] = useState<Readonly<Record<string, Decimal | null>>>({});
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence, code } = useSave();
  const open = (): void => {
    setQuantities({});
    setId(newId());
  };
  useKeys([{ keys: "d", label: t("open"), run: open }]);
  const back = lines.flatMap((line) => {
    const quantity = quantities[line.id] ?? null;
    return quantity === null || isZero(quantity) ? [] : [{ saleLineId: line.id, quantity }];
  });
  const submit = (): void => {
    const given = new FormData(form.current!);
    const reason = String(given.get("reason") ?? "").trim();
    save(() => returnSaleAction(tenantSlug, { id, saleId, lines: back, refund: String(given.get("refund")), reason, ...atRegister(tenantSlug), ...typedApproval(String(given.get("approvalPin") ?? ""), reason) }), (done) => {
      setId(null);
      const voucher = done.storeCredits[0]?.code;
      showToast({ message: voucher ? t("doneCredit", { amount: formatMoney(done.total, format), code: voucher }) : t("done", { amount: formatMoney(done.total, format) }) });
      router.refresh();
    });
  };
  const errorOf = (lineId: string): string | undefined => {
    const at = back.findIndex(({ saleLineId }) => saleLineId === lineId);
    return at < 0 ? undefined : errors[`lines.${at}.quantity`];
  };
  const footer = (
    <>
      <Button onClick={() => setId(null)}>{t("close")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{pending ? t("saving") : t("save")}</Button>
    </>
  );
  return (
    <>
      <Button kbd="D" onClick={open}>{t("open")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title", { number: String(number) })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ?? errors.lines ? <Banner tone="negative" live>{sentence ?? t("nothing")}</Banner> : null}
          {lines.map((line, i) => (
            <DecimalInput
              key={line.id}
              name={`quantity-${i}`}
              label={line.name}
              format={format}
              maxFraction={3}
              value={quantities[line.id] ?? null}
              onValue={(value) => setQuantities((known) => ({ ...known, [line.id]: value }))}
              hint={t("left", { quantity: formatQuantity(line.left, line.unit, format) })}
              error={errorOf(line.id)}
              autoFocus={i === 0}
            />
          ))}
          <Button tone="quiet" onClick={() => setQuantities(Object.fromEntries(lines.map((line) => [line.id, trimZeros(big(line.left).toFixed(3))])))}>{t("all")}</Button>
          <TextInput name="reason" label={t("reason")} error={errors.reason} maxLength={500} autoComplete="off" required />
          <Select name="refund" label={t("refund")} error={errors.refund} defaultValue="original" options={REFUNDS.map((value) => ({ value, label: t(`refunds.${value}`) }))} />
          <SecondMember code={code} errors={errors} />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
