"use client";

import { useActionState, type ReactNode } from "react";
import { START } from "@/modules/identity/ui/start.ts";
import { Banner } from "@/ui/banner.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { PasswordInput } from "@/ui/password-input.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { signUpAction } from "../actions.ts";

interface SignUpFormProps {
  /** Made with the form: sent twice, it is one shop. */
  id: string;
  words: Readonly<Record<"name" | "nameHint" | "tenantName" | "email" | "password" | "passwordHint" | "show" | "hide" | "submit" | "pending" | "formErrors", string>>;
  /** Holds the link to the terms. */
  terms: ReactNode;
  /** Holds the link to sign in; says no more of the address than that it will not do. */
  emailUnavailable: ReactNode;
}

/** Posts without JavaScript too; what was typed stays, but for the password. */
export function SignUpForm({ id, words, terms, emailUnavailable }: SignUpFormProps) {
  const [state, action] = useActionState(signUpAction, START);
  const { values } = state;
  const errorOf = (field: string) => state.errors.find((error) => error.id === field)?.message;
  return (
    <form action={action} noValidate className="flex flex-col gap-4">
      {state.code === "email_taken" ? <Banner tone="info" live>{emailUnavailable}</Banner> : null}
      <FormErrors title={words.formErrors} errors={state.errors} />
      <input type="hidden" name="id" value={values.id || id} />
      <TextInput label={words.tenantName} name="tenantName" autoComplete="organization" defaultValue={values.tenantName} error={errorOf("tenantName")} autoFocus required />
      <TextInput label={words.name} hint={words.nameHint} name="name" autoComplete="name" defaultValue={values.name} error={errorOf("name")} required />
      <TextInput label={words.email} name="email" type="email" inputMode="email" autoComplete="username" defaultValue={values.email} error={errorOf("email")} required />
      <PasswordInput
        label={words.password}
        hint={words.passwordHint}
        name="password"
        autoComplete="new-password"
        showLabel={words.show}
        hideLabel={words.hide}
        error={errorOf("password")}
        required
      />
      {/* React sets a box back to its default after each action; the key lets it take the new one. */}
      <Checkbox key={values.acceptTerms} name="acceptTerms" label={terms} defaultChecked={values.acceptTerms === "on"} error={errorOf("acceptTerms")} required />
      <SubmitButton block size="lg" pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
