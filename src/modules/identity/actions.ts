"use server";

import { z } from "zod";
import { accept } from "@/kernel/refusal.ts";
import { endSession } from "./commands/end-session.ts";
import { signIn } from "./commands/sign-in.ts";
import { switchShop } from "./commands/switch-shop.ts";
import { definePublicAction } from "./define-public-action.ts";
import { internalPath } from "./rules/internal-path.ts";
import { signInForm, switchForm } from "./schema.ts";
import { clearSessionCookie, currentSecret, setSessionCookies } from "./session-cookie.ts";

const HOME = "/products";

export const signInAction = definePublicAction({
  schema: signInForm,
  keep: ["email", "next"],
  words: { "email.required": "auth.emailMissing", "password.required": "auth.passwordMissing" },
  run: async ({ email, password, next }, visitor) => {
    const signedIn = await signIn({ email, password }, visitor, await currentSecret());
    if (!signedIn.ok) return signedIn;
    await setSessionCookies(signedIn.value.secret, signedIn.value.membership);
    return accept(internalPath(next, HOME));
  },
});

export const signOutAction = definePublicAction({
  schema: z.strictObject({}),
  keep: [],
  run: async (_input, visitor) => {
    const secret = await currentSecret();
    if (secret !== null) await endSession(secret, visitor);
    await clearSessionCookie();
    return accept("/login");
  },
});

export const switchShopAction = definePublicAction({
  schema: switchForm,
  keep: [],
  run: async ({ tenant }, visitor) => {
    const secret = await currentSecret();
    const switched = await switchShop(secret, tenant, visitor);
    if (!switched.ok) return switched;
    await setSessionCookies(switched.value.secret, switched.value.membership);
    return accept(HOME);
  },
});
