import { shopSettingsAnswer, settingsAnswer } from "@/app/api/answers/settings.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { touchesMoney } from "@/modules/tenancy/rules/touches-money.ts";
import { settingsBody } from "@/modules/tenancy/schema.ts";

export const GET = endpoint({
  summary: "Settings of the shop",
  permission: "settings.read",
  answer: shopSettingsAnswer,
  run: async (ctx) => accept(await getShop(ctx)),
});

export const PATCH = endpoint({
  summary: "Change settings; what is absent stays",
  permission: "settings.write",
  body: settingsBody,
  proof: touchesMoney,
  refusals: ["proof_required", "currency_kept"],
  answer: settingsAnswer,
  run: (ctx, { body }) => changeSettings(ctx, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
