import clsx from "clsx";
import type { ComponentProps } from "react";
import { describedBy, Field, type FieldWords } from "./field.tsx";

interface TextareaProps extends FieldWords, Omit<ComponentProps<"textarea">, "className" | "style"> {
  name: string;
  mono?: boolean;
}

export function Textarea({ label, hint, error, optional, labelHidden, id, name, mono = false, rows = 3, ...rest }: TextareaProps) {
  const own = id ?? name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <textarea
        id={own}
        name={name}
        rows={rows}
        className={clsx(
          "w-full rounded-sm border bg-surface px-2.5 py-1.5 text-ink focus-visible:outline-offset-1",
          error ? "border-negative" : "border-line-strong",
          mono && "font-mono text-sm",
        )}
        {...describedBy(own, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
