"use server";

import { getLocale } from "next-intl/server";
import { accept } from "@/kernel/refusal.ts";
import { defineAccountAction } from "@/modules/identity/define-account-action.ts";
import { definePublicAction } from "@/modules/identity/define-public-action.ts";
import { enterAs } from "@/modules/identity/commands/enter-as.ts";
import { endSession } from "@/modules/identity/commands/end-session.ts";
import { startSession } from "@/modules/identity/postings/start-session.ts";
import { currentSecret, setSessionCookies } from "@/modules/identity/session-cookie.ts";
import { databases } from "@/platform/db/databases.ts";
import { openAnotherShop } from "./commands/open-another-shop.ts";
import { openShop } from "./commands/open-shop.ts";
import { defaultNames } from "./default-names.ts";
import { anotherShopForm, signUpForm } from "./schema.ts";

export const signUpAction = definePublicAction({
  schema: signUpForm,
  keep: ["id", "name", "tenantName", "email", "acceptTerms"],
  words: {
    "name.name_required": "onboarding.nameMissing",
    "tenantName.name_required": "onboarding.shopMissing",
    "email.required": "onboarding.emailMissing",
    "email.email_taken": "onboarding.emailUnavailableShort",
    "password.required": "onboarding.passwordMissing",
  },
  run: async ({ acceptTerms, ...input }, visitor) => {
    const locale = await getLocale();
    const opened = await openShop({ ...input, locale, acceptTerms: acceptTerms === "on" }, visitor, await defaultNames(locale));
    if (!opened.ok) return opened;
    const previous = await currentSecret();
    const { membership } = opened.value;
    await setSessionCookies(await startSession(databases().control, membership, visitor), membership);
    if (previous !== null) await endSession(previous, visitor);
    return accept("/products");
  },
});

export const openAnotherShopAction = defineAccountAction({
  schema: anotherShopForm,
  keep: ["id", "tenantName"],
  words: { "tenantName.name_required": "onboarding.shopMissing" },
  run: async (input, { provedAt, membership: { userId, userName } }, visitor) => {
    const opened = await openAnotherShop({ userId, name: userName }, input, visitor, await defaultNames(await getLocale()));
    if (!opened.ok) return opened;
    const { secret, membership } = await enterAs(opened.value, visitor, await currentSecret(), provedAt);
    await setSessionCookies(secret, membership);
    return accept("/products");
  },
});
