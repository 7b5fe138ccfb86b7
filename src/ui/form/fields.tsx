"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "../checkbox.tsx";
import { PasswordInput } from "../password-input.tsx";
import { Select } from "../select.tsx";
import { TextInput } from "../text-input.tsx";
import { useFormField } from "./action-form.tsx";

/** Inputs of an ActionForm: each knows what was typed into it and what is wrong with it. */
export function TextField({ name, defaultValue, ...rest }: ComponentProps<typeof TextInput>) {
  const { typed, error } = useFormField(name);
  return <TextInput name={name} defaultValue={typed ?? defaultValue} error={error} {...rest} />;
}

/** Comes back empty: a password is never sent to the page. */
export function PasswordField({ name, ...rest }: ComponentProps<typeof PasswordInput>) {
  const { error } = useFormField(name);
  return <PasswordInput name={name} error={error} {...rest} />;
}

/** React sets selects and boxes back to their default after each action; the key lets them take the new one. */
export function SelectField({ name, defaultValue, ...rest }: ComponentProps<typeof Select>) {
  const { typed, error } = useFormField(name);
  return <Select key={typed} name={name} defaultValue={typed ?? defaultValue} error={error} {...rest} />;
}

export function CheckField({ name, defaultChecked, ...rest }: ComponentProps<typeof Checkbox>) {
  const { typed, error, wasSent } = useFormField(name);
  const checked = wasSent ? typed === "on" : defaultChecked;
  return <Checkbox key={String(checked)} name={name} defaultChecked={checked} error={error} {...rest} />;
}
