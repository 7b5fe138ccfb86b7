"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

interface SubmitButtonProps extends Omit<ButtonProps, "type"> {
  /** Said while the form's action runs. */
  pendingLabel: string;
}

/** Stays focusable while busy (aria-disabled, not disabled): a disabled button would throw the focus away. */
export function SubmitButton({ pendingLabel, tone = "primary", children, onClick, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      tone={tone}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {pending ? pendingLabel : children}
    </Button>
  );
}
