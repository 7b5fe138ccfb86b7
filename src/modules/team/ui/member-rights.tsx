import { useTranslations } from "next-intl";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { formatNumber } from "@/kernel/format.ts";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { changeMemberAction } from "../actions.ts";
import type { PermissionSetView } from "../queries/list-permission-sets.ts";
import type { MemberView } from "../queries/member-view.ts";
import { PlaceFields } from "./place-fields.tsx";

interface MemberRightsProps {
  /** Slug of the shop of this page. */
  shop: string;
  member: MemberView;
  sets: readonly PermissionSetView[];
  format: FormatStyle;
}

export function MemberRights({ shop, member, sets, format }: MemberRightsProps) {
  const t = useTranslations("team.member");
  const common = useTranslations("common");
  const typed = (name: "maxDiscountPercent" | "maxRefund") => (member.thresholds[name] == null ? "" : formatNumber(member.thresholds[name], format));
  return (
    <section className="flex max-w-[36rem] flex-col gap-4">
      <h2 className="text-base font-semibold">{t("change")}</h2>
      <ProvenForm action={changeMemberAction} hidden={{ shop, id: member.id }} errorsTitle={common("formErrors")}>
        <PlaceFields sets={sets} place={member.role === "ADMIN" ? "ADMIN" : (member.permissionSet ?? "")} maxDiscountPercent={typed("maxDiscountPercent")} maxRefund={typed("maxRefund")} />
        <div><SubmitButton pendingLabel={t("saving")}>{t("save")}</SubmitButton></div>
      </ProvenForm>
    </section>
  );
}
