import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldNotes } from "./field.tsx";

interface CheckboxProps extends Omit<ComponentProps<"input">, "className" | "style" | "type"> {
  name: string;
  /** May hold a link (terms of use). */
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  labelHidden?: boolean;
}

export function Checkbox({ name, id, label, hint, error, labelHidden = false, ...rest }: CheckboxProps) {
  const own = id ?? name;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={own} className="inline-flex min-h-6 items-start gap-2.5 pointer-coarse:min-h-11 pointer-coarse:py-2.5">
        <input
          id={own}
          name={name}
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent-edge pointer-coarse:size-5"
          {...describedBy(own, { hint, error })}
          {...rest}
        />
        <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
      </label>
      <FieldNotes id={own} hint={hint} error={error} />
    </div>
  );
}
