import { useTranslations } from "next-intl";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { requireSecondFactorAction } from "../actions.ts";

/** The owner's wish that the whole team has a second factor. */
export function SecondFactorPolicy({ shop, required }: { shop: string; required: boolean }) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 className="text-base font-semibold">{t("policy.title")}</h2>
      <p className="text-ink-2">{t(required ? "policy.on" : "policy.off")}</p>
      <ProvenForm action={requireSecondFactorAction} hidden={{ shop, required: required ? "no" : "yes" }} errorsTitle={common("formErrors")} inline>
        <SubmitButton tone="secondary" pendingLabel={t("invitation.working")}>{t(required ? "policy.stop" : "policy.start")}</SubmitButton>
      </ProvenForm>
    </section>
  );
}
