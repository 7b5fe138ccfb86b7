"use server";

import { z } from "zod";
import { accept, refuse } from "@/kernel/refusal.ts";
import { changePassword } from "./commands/change-password.ts";
import { confirmEmail } from "./commands/confirm-email.ts";
import { endSession } from "./commands/end-session.ts";
import { endSessions } from "./commands/end-sessions.ts";
import { requestEmailChange } from "./commands/request-email-change.ts";
import { requestReset } from "./commands/request-reset.ts";
import { requestVerification } from "./commands/request-verification.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { checkPerson } from "./commands/check-credentials.ts";
import { checkCode } from "./commands/check-code.ts";
import { beginSecondFactor } from "./commands/begin-second-factor.ts";
import { confirmSecondFactor } from "./commands/confirm-second-factor.ts";
import { proveAgain } from "./commands/prove-again.ts";
import { endSecondFactor } from "./commands/end-second-factor.ts";
import { switchShop } from "./commands/switch-shop.ts";
import { defineAccountAction } from "./define-account-action.ts";
import { definePublicAction } from "./define-public-action.ts";
import { enterBrowser } from "./enter-browser.ts";
import { clearPendingSignIn, readPendingSignIn, setPendingSignIn } from "./pending-sign-in.ts";
import { internalPath } from "./rules/internal-path.ts";
import { changeEmailForm, changePasswordForm, codeForm, endSessionsForm, forgotForm, nothingForm, reauthForm, resetForm, signInForm, switchForm, tokenForm } from "./schema.ts";
import { clearSessionCookie, currentSecret, setSessionCookies } from "./session-cookie.ts";

const HOME = "/products";

export const signInAction = definePublicAction({
  schema: signInForm,
  keep: ["email", "next"],
  words: { "email.required": "auth.emailMissing", "password.required": "auth.passwordMissing" },
  run: async ({ email, password, next }, visitor) => {
    const person = await checkPerson({ email, password }, visitor);
    if (!person.ok) return person;
    const { userId, authVersion, hasTotp } = person.value;
    const goOn = internalPath(next, HOME);
    if (!hasTotp) return enterBrowser(userId, goOn, visitor);
    await setPendingSignIn({ userId, authVersion, next: goOn }, visitor.now);
    return accept("/login/code");
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

/** The second step of signing in: the password was right in this browser a moment ago. */
export const signInCodeAction = definePublicAction({
  schema: codeForm,
  keep: [],
  words: { "code.required": "auth.code.missing" },
  run: async ({ code }, visitor) => {
    const pending = await readPendingSignIn(visitor.now);
    if (!pending) return refuse("session_ended");
    const checked = await checkCode(pending.userId, code, visitor);
    if (!checked.ok) return checked;
    await clearPendingSignIn();
    return enterBrowser(pending.userId, pending.next, visitor, pending.authVersion);
  },
});

export const beginSecondFactorAction = defineAccountAction({
  schema: nothingForm,
  keep: [],
  run: async (_input, session) => {
    const begun = await beginSecondFactor(session.membership.userId);
    return begun.ok ? accept("/account/two-factor") : begun;
  },
});

export const confirmSecondFactorAction = defineAccountAction({
  schema: codeForm,
  keep: [],
  words: { "code.required": "auth.code.missing" },
  run: async ({ code }, session, visitor) => {
    const confirmed = await confirmSecondFactor(session.membership.userId, code, visitor);
    return confirmed.ok ? accept("/account/two-factor?done=1") : confirmed;
  },
});

export const endSecondFactorAction = defineAccountAction({
  schema: reauthForm,
  keep: [],
  words: { "current.required": "auth.passwordMissing" },
  run: async ({ current }, session, visitor) => {
    const ended = await endSecondFactor(session, current, visitor);
    return ended.ok ? accept("/account/two-factor") : ended;
  },
});

export const proveAgainAction = defineAccountAction({
  schema: reauthForm,
  keep: [],
  words: { "current.required": "auth.passwordMissing" },
  run: ({ current }, session, visitor) => proveAgain(session, current, visitor),
});
