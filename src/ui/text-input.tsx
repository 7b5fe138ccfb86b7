import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field, type FieldWords } from "./field.tsx";
import { INPUT_CLASS, InputBox } from "./input-box.tsx";

interface TextInputProps extends FieldWords, Omit<ComponentProps<"input">, "className" | "style" | "prefix"> {
  name: string;
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** Codes and barcodes. */
  mono?: boolean;
}

export function TextInput({ label, hint, error, optional, labelHidden, id, name, prefix, suffix, mono = false, type = "text", ...rest }: TextInputProps) {
  const own = id ?? name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <InputBox invalid={error !== undefined} prefix={prefix} suffix={suffix}>
        <input id={own} name={name} type={type} className={clsx(INPUT_CLASS, mono && "font-mono")} {...describedBy(own, { hint, error })} {...rest} />
      </InputBox>
    </Field>
  );
}
