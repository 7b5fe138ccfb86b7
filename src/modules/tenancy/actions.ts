"use server";

import { habitOf } from "@/kernel/format-style.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { accept, refuseField } from "@/kernel/refusal.ts";
import { changeSettings } from "./commands/change-settings.ts";
import { defineAction } from "./define-action.ts";
import { defineFormAction } from "./define-form-action.ts";
import { touchesMoney } from "./rules/touches-money.ts";
import { scaleCodesForm, settingsBody, settingsForm } from "./schema.ts";

export const changeSettingsAction = defineFormAction({
  permission: "settings.write",
  schema: settingsForm,
  proof: touchesMoney,
  words: { "name.name_required": "onboarding.shopMissing" },
  run: async (ctx, input) => {
    const { stockApproval: typed, ...settings } = input;
    const stockApproval = typed ? parseDecimal(typed, { decimal: habitOf(input).decimal, maxFraction: 2 }) : null;
    if (typed && (stockApproval === null || !settingsBody.safeParse({ stockApproval }).success)) return refuseField("stockApproval", "not_a_number");
    const changed = await changeSettings(ctx, typed === undefined ? settings : { ...settings, stockApproval });
    return changed.ok ? accept("/settings?done=1") : changed;
  },
});

export const changeScaleCodesAction = defineAction({ permission: "settings.write", schema: scaleCodesForm, run: changeSettings });
