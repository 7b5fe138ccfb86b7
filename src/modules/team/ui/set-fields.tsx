import { useTranslations } from "next-intl";
import { GRANTABLE, type Permission } from "@/modules/tenancy/permissions.ts";
import { CheckField, TextField } from "@/ui/form/fields.tsx";

interface SetFieldsProps {
  name?: string;
  permissions: readonly Permission[];
  /** As the shop writes numbers. */
  maxDiscountPercent: string;
  maxRefund: string;
}

const GROUPS = [
  { group: "sell", nouns: ["sale", "return", "shift", "customer", "price", "credit", "till"] },
  { group: "products", nouns: ["product", "category", "supplier", "purchase", "label"] },
  { group: "stock", nouns: ["stock", "location"] },
  { group: "manage", nouns: ["report", "settings", "member", "audit"] },
] as const;

/** Switches in plain words, one per permission, by task. */
export function SetFields({ name, permissions, maxDiscountPercent, maxRefund }: SetFieldsProps) {
  const t = useTranslations("team");
  return (
    <>
      <TextField name="name" label={t("setEditor.name")} defaultValue={name} maxLength={40} autoComplete="off" required />
      <div className="grid gap-6 sm:grid-cols-2">
        {GROUPS.map(({ group, nouns }) => (
          <fieldset key={group} className="flex flex-col gap-2">
            <legend className="label pb-2">{t(`groups.${group}`)}</legend>
            {GRANTABLE.filter((permission) => (nouns as readonly string[]).includes(permission.split(".")[0]!)).map((permission) => (
              <CheckField key={permission} name={`may.${permission}`} label={t(`permissions.${permission}`)} defaultChecked={permissions.includes(permission)} />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="maxDiscountPercent" label={t("setEditor.maxDiscount")} suffix="%" inputMode="decimal" autoComplete="off" defaultValue={maxDiscountPercent} />
        <TextField name="maxRefund" label={t("setEditor.maxRefund")} hint={t("setEditor.refundHint")} prefix="$" inputMode="decimal" autoComplete="off" defaultValue={maxRefund} />
      </div>
    </>
  );
}
