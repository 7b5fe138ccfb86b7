import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge.tsx";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { ActionForm } from "@/ui/form/action-form.tsx";
import { PasswordField, TextField } from "@/ui/form/fields.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { setPinAction, shareTillAction } from "../actions.ts";
import { PIN_INPUT } from "./pin-input.ts";

interface PinPartProps {
  /** Slug of the shop of this page. */
  shop: string;
  hasPin: boolean;
  /** Null for who may not share tills. */
  device: { isShared: boolean } | null;
}

/** One's own PIN, and this device as a till for everybody's. */
export function PinPart({ shop, hasPin, device }: PinPartProps) {
  const t = useTranslations("tills");
  const common = useTranslations("common");
  const auth = useTranslations("auth");
  const form = { hidden: { shop }, errorsTitle: common("formErrors") };
  return (
    <div className="grid items-start gap-10 border-t border-line pt-6 lg:grid-cols-2">
      <section className="flex max-w-[36rem] flex-col gap-4">
        <h2 className="flex items-center gap-2 text-base font-semibold">{t("ownTitle")} <Badge tone={hasPin ? "positive" : "neutral"}>{t(hasPin ? "has" : "hasNot")}</Badge></h2>
        <p className="text-ink-2">{t("ownText")} {hasPin ? t("ownSet") : null}</p>
        <ActionForm action={setPinAction} {...form}>
          <TextField name="pin" label={t("pin")} hint={t("pinHint")} {...PIN_INPUT} autoComplete="off" required />
          <PasswordField id="pin-current" name="current" label={t("current")} autoComplete="current-password" showLabel={auth("show")} hideLabel={auth("hide")} required />
          <div><SubmitButton tone="secondary" pendingLabel={t("saving")}>{t("save")}</SubmitButton></div>
        </ActionForm>
      </section>
      {device === null ? null : (
        <section className="flex max-w-[36rem] flex-col gap-4">
          <h2 className="text-base font-semibold">{t("shareTitle")}</h2>
          <p className="text-ink-2">{t(device.isShared ? "isShared" : "shareText")}</p>
          {device.isShared ? null : (
            <ProvenForm action={shareTillAction} {...form}>
              <div><SubmitButton tone="secondary" pendingLabel={t("entering")}>{t("share")}</SubmitButton></div>
            </ProvenForm>
          )}
        </section>
      )}
    </div>
  );
}
