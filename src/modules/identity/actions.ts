"use server";

import { z } from "zod";
import { accept } from "@/kernel/refusal.ts";
import { changePassword } from "./commands/change-password.ts";
import { confirmEmail } from "./commands/confirm-email.ts";
import { endSession } from "./commands/end-session.ts";
import { endSessions } from "./commands/end-sessions.ts";
import { requestEmailChange } from "./commands/request-email-change.ts";
import { requestReset } from "./commands/request-reset.ts";
import { requestVerification } from "./commands/request-verification.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { signIn } from "./commands/sign-in.ts";
import { switchShop } from "./commands/switch-shop.ts";
import { defineAccountAction } from "./define-account-action.ts";
import { definePublicAction } from "./define-public-action.ts";
import { internalPath } from "./rules/internal-path.ts";
import { changeEmailForm, changePasswordForm, endSessionsForm, forgotForm, nothingForm, resetForm, signInForm, switchForm, tokenForm } from "./schema.ts";
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

export const forgotPasswordAction = definePublicAction({
  schema: forgotForm,
  keep: ["email"],
  words: { "email.required": "auth.emailMissing" },
  run: async ({ email }, visitor) => {
    const asked = await requestReset(email, visitor);
    return asked.ok ? accept("/forgot?sent=1") : asked;
  },
});

export const resetPasswordAction = definePublicAction({
  schema: resetForm,
  keep: [],
  words: { "password.required": "auth.passwordMissing" },
  run: async ({ token, password }, visitor) => {
    const reset = await resetPassword(token, password, visitor);
    if (!reset.ok) return reset;
    await clearSessionCookie();
    return accept("/login?reset=1");
  },
});

export const confirmEmailAction = definePublicAction({
  schema: tokenForm,
  keep: [],
  run: async ({ token }, visitor) => {
    const confirmed = await confirmEmail(token, visitor);
    return confirmed.ok ? accept("/verify/done") : confirmed;
  },
});

export const requestVerificationAction = defineAccountAction({
  schema: nothingForm,
  keep: [],
  run: async (_input, session, visitor) => {
    const sent = await requestVerification(session, visitor);
    return sent.ok ? accept("/account?done=verify") : sent;
  },
});

export const changeEmailAction = defineAccountAction({
  schema: changeEmailForm,
  keep: ["email"],
  words: { "email.required": "auth.emailMissing", "current.required": "auth.passwordMissing" },
  run: async (input, session, visitor) => {
    const asked = await requestEmailChange(session, input, visitor);
    return asked.ok ? accept("/account?done=email") : asked;
  },
});

export const changePasswordAction = defineAccountAction({
  schema: changePasswordForm,
  keep: [],
  words: { "current.required": "auth.passwordMissing", "password.required": "auth.passwordMissing" },
  run: async (input, session, visitor) => {
    const changed = await changePassword(session, input, visitor);
    return changed.ok ? accept("/account?done=password") : changed;
  },
});

export const endSessionsAction = defineAccountAction({
  schema: endSessionsForm,
  keep: [],
  run: async ({ which }, session, visitor) => {
    const ended = await endSessions(session, which, visitor);
    return ended.ok ? accept(`/account?done=${which === "others" ? "others" : "ended"}`) : ended;
  },
});
