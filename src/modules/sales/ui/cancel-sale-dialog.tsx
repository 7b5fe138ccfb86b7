"use client";

import { useTranslations } from "next-intl";
import { FormDialog } from "@/modules/tenancy/ui/form-dialog.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { cancelSaleAction } from "../actions.ts";
import { SecondMember, typedApproval } from "./approval-fields.tsx";

/** Cancelling a sale: what will happen, why, and who else allows it where its money passes the limit of who cancels. */
export function CancelSaleDialog({ tenantSlug, saleId, number }: { tenantSlug: string; saleId: string; number: number }) {
  const t = useTranslations("sales.cancel");
  return (
    <FormDialog
      words={{ open: t("open"), title: t("title", { number: String(number) }), close: t("keep"), save: t("confirm") }}
      opener={{ tone: "quiet", size: "sm" }}
      tone="danger"
      send={(field) => cancelSaleAction(tenantSlug, { saleId, reason: field("reason"), ...typedApproval(field("approvalPin"), field("reason")) })}
      done={() => t("done", { number: String(number) })}
    >
      {(errors, code) => (
        <>
          <p className="text-ink-2">{t("text")}</p>
          <TextInput name="reason" label={t("reason")} error={errors.reason} maxLength={500} autoComplete="off" autoFocus required />
          <SecondMember code={code} errors={errors} />
        </>
      )}
    </FormDialog>
  );
}
