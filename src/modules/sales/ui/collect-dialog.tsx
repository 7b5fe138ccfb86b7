"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { FormDialog } from "@/modules/tenancy/ui/form-dialog.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { collectPaymentAction } from "../actions.ts";

const METHODS = ["cash", "transfer", "debit", "credit", "wallet"] as const;

interface CollectDialogProps {
  tenantSlug: string;
  format: FormatStyle;
  customerId: string;
  customerName: string;
  /** Offered, not demanded. */
  due: Decimal | null;
}

/** What a customer pays of their account. */
export function CollectDialog({ tenantSlug, format, customerId, customerName, due }: CollectDialogProps) {
  const t = useTranslations("customers.pay");
  const [amount, setAmount] = useState<Decimal | null>(due);
  const send = (field: (name: string) => string, id: string) => {
    const notes = field("notes");
    return collectPaymentAction(tenantSlug, { id, customerId, amount: amount ?? "", method: field("method"), ...(notes ? { notes } : {}) });
  };
  return (
    <FormDialog
      words={{ open: t("open"), title: t("title", { name: customerName }), close: t("close"), save: t("save"), saving: t("saving") }}
      opener={{ tone: "primary", keys: "p" }}
      onOpen={() => setAmount(due)}
      send={send}
      done={(paid) => t("done", { amount: formatMoney(paid.amount, format) })}
    >
      {(errors) => (
        <>
          <DecimalInput name="amount" label={t("amount")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setAmount} error={errors.amount} autoFocus required />
          <Select name="method" label={t("method")} error={errors.method} options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))} />
          <TextInput name="notes" label={t("notes")} optional={t("optional")} maxLength={500} autoComplete="off" error={errors.notes} />
        </>
      )}
    </FormDialog>
  );
}
