import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/ui/form/fields.tsx";
import type { PermissionSetView } from "../queries/list-permission-sets.ts";
import { setName } from "./standing-name.ts";

interface PlaceFieldsProps {
  sets: readonly PermissionSetView[];
  /** "ADMIN" or a set's key. */
  place?: string;
  /** As the shop writes numbers. */
  maxDiscountPercent?: string;
  maxRefund?: string;
}

/** What somebody may do: one choice, and limits of their own where they differ from the set's. */
export function PlaceFields({ sets, place = "seller", maxDiscountPercent, maxRefund }: PlaceFieldsProps) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const options = [...sets.map((set) => ({ value: set.key, label: setName(t, set) })), { value: "ADMIN", label: t("invite.adminChoice") }];
  return (
    <>
      <SelectField name="place" label={t("invite.place")} options={options} defaultValue={place} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="maxDiscountPercent" label={t("invite.maxDiscount")} hint={t("invite.limitHint")} optional={common("optional")} suffix="%" inputMode="decimal" autoComplete="off" defaultValue={maxDiscountPercent} />
        <TextField name="maxRefund" label={t("invite.maxRefund")} hint={t("invite.limitHint")} optional={common("optional")} prefix="$" inputMode="decimal" autoComplete="off" defaultValue={maxRefund} />
      </div>
    </>
  );
}
