"use server";

import { accept } from "@/kernel/refusal.ts";
import { changeSettings } from "./commands/change-settings.ts";
import { defineAction } from "./define-action.ts";
import { defineFormAction } from "./define-form-action.ts";
import { touchesMoney } from "./rules/touches-money.ts";
import { scaleCodesForm, settingsForm } from "./schema.ts";

export const changeSettingsAction = defineFormAction({
  permission: "settings.write",
  schema: settingsForm,
  proof: touchesMoney,
  words: { "name.name_required": "onboarding.shopMissing" },
  run: async (ctx, input) => {
    const changed = await changeSettings(ctx, input);
    return changed.ok ? accept("/settings?done=1") : changed;
  },
});

export const changeScaleCodesAction = defineAction({ permission: "settings.write", schema: scaleCodesForm, run: changeSettings });
