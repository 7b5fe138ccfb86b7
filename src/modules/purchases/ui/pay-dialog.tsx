"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { FormDialog } from "@/modules/tenancy/ui/form-dialog.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { paySupplierAction } from "../actions.ts";
import type { PaymentWay } from "../schema.ts";
import { PaymentFields } from "./payment-fields.tsx";

interface PayDialogProps {
  tenantSlug: string;
  format: FormatStyle;
  supplierId: string;
  supplierName: string;
  /** What there is to pay: offered, not demanded. */
  due: Decimal;
  /** The one bill that is paid; null: the oldest due first. */
  purchaseId: string | null;
  today: string;
}

/** A payment to a supplier. The way stays chosen for the next one. */
export function PayDialog({ tenantSlug, format, supplierId, supplierName, due, purchaseId, today }: PayDialogProps) {
  const t = useTranslations("purchases.pay");
  const tOne = useTranslations("purchases.one");
  const [amount, setAmount] = useState<Decimal | null>(due);
  const allocations = purchaseId === null || amount === null ? {} : { allocations: [{ purchaseId, amount }] };
  return (
    <FormDialog
      words={{ open: tOne("pay"), title: t("title", { name: supplierName }), close: t("close"), save: t("save"), saving: t("saving") }}
      opener={{ tone: "primary", keys: "p" }}
      onOpen={() => setAmount(due)}
      send={(field, id) => paySupplierAction(tenantSlug, { id, supplierId, amount: amount ?? "", method: field("method") as PaymentWay, date: field("date"), notes: field("notes"), ...allocations })}
      done={(paid) => t("done", { amount: formatMoney(paid.amount, format) })}
    >
      {(errors) => (
        <>
          <DecimalInput name="amount" label={t("amount")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setAmount} error={errors.amount ?? errors["allocations.0.amount"] ?? errors["allocations.0.purchaseId"]} hint={purchaseId === null ? t("hint") : undefined} autoFocus required />
          <PaymentFields today={today} errors={errors} />
        </>
      )}
    </FormDialog>
  );
}
