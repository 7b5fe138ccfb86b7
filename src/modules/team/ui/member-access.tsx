import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Role } from "@/modules/tenancy/permissions.ts";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { CheckField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { clearPinAction, deactivateMemberAction, handOverAction, leaveShopAction, reactivateMemberAction } from "../actions.ts";
import type { MemberView } from "../queries/member-view.ts";

interface MemberAccessProps {
  shop: { slug: string; name: string };
  member: MemberView;
  actor: { id: string; role: Role; mayWrite: boolean };
}

/** Coming and going: deactivate, bring back, hand over ownership, leave. Each says what it does before the button. */
export function MemberAccess({ shop, member: { id, name, role, active, hasPin }, actor }: MemberAccessProps) {
  const t = useTranslations("team");
  const tills = useTranslations("tills");
  const common = useTranslations("common");
  const form = { hidden: { shop: shop.slug, id }, errorsTitle: common("formErrors") };
  const oneButton = { ...form, inline: true };
  const pending = t("invitation.working");
  const isSelf = actor.id === id;
  const mayTouch = actor.mayWrite && !isSelf && (role !== "OWNER" || actor.role === "OWNER");
  return (
    <>
      {mayTouch && active && hasPin ? (
        <Part title={tills("pin")} text={tills("clearText")}>
          <ActionForm action={clearPinAction} {...oneButton}><SubmitButton tone="secondary" pendingLabel={pending}>{tills("clear", { name })}</SubmitButton></ActionForm>
        </Part>
      ) : null}
      {mayTouch && active ? (
        <Part text={t("member.deactivateText")} title={t("member.access")}>
          <ActionForm action={deactivateMemberAction} {...oneButton}><SubmitButton tone="danger" pendingLabel={pending}>{t("member.deactivate", { name })}</SubmitButton></ActionForm>
        </Part>
      ) : null}
      {mayTouch && !active ? (
        <Part title={t("member.access")}>
          <ProvenForm action={reactivateMemberAction} {...oneButton}><SubmitButton pendingLabel={pending}>{t("member.reactivate", { name })}</SubmitButton></ProvenForm>
        </Part>
      ) : null}
      {actor.role === "OWNER" && !isSelf && active && role !== "OWNER" ? (
        <Part title={t("member.handOver")} text={t("member.handOverText", { name })}>
          <ProvenForm action={handOverAction} {...form}>
            <CheckField name="keep" label={t("member.keepOwner")} />
            <div><SubmitButton tone="danger" pendingLabel={pending}>{t("member.handOverSubmit", { name })}</SubmitButton></div>
          </ProvenForm>
        </Part>
      ) : null}
      {isSelf ? (
        <Part title={t("member.access")} text={t("member.leaveText")}>
          <ActionForm action={leaveShopAction} {...oneButton}><SubmitButton tone="danger" pendingLabel={pending}>{t("member.leave", { shop: shop.name })}</SubmitButton></ActionForm>
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="flex max-w-[36rem] flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-base font-semibold">{title}</h2>
      {text ? <p className="text-ink-2">{text}</p> : null}
      {children}
    </section>
  );
}
