"use client";

import { useState, type ComponentProps } from "react";
import { describedBy, Field, type FieldWords } from "./field.tsx";
import { INPUT_CLASS, InputBox } from "./input-box.tsx";

interface PasswordInputProps extends FieldWords, Omit<ComponentProps<"input">, "className" | "style" | "type" | "prefix"> {
  name: string;
  showLabel: string;
  hideLabel: string;
}

/** Pasting is never stopped, and the text can be shown (WCAG 3.3.8). */
export function PasswordInput({ label, hint, error, optional, labelHidden, id, name, showLabel, hideLabel, ...rest }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const own = id ?? name;
  const toggle = (
    <button
      type="button"
      aria-controls={own}
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
      className="min-h-6 rounded-xs px-1 text-sm text-accent-text underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {shown ? hideLabel : showLabel}
    </button>
  );
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <InputBox invalid={error !== undefined} suffix={toggle}>
        <input
          id={own}
          name={name}
          type={shown ? "text" : "password"}
          spellCheck={false}
          autoCapitalize="none"
          className={INPUT_CLASS}
          {...describedBy(own, { hint, error })}
          {...rest}
        />
      </InputBox>
    </Field>
  );
}
