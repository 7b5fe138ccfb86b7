import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { describedBy, Field, type FieldWords } from "./field.tsx";
import { INPUT_CLASS, InputBox } from "./input-box.tsx";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends FieldWords, Omit<ComponentProps<"select">, "className" | "style" | "children"> {
  name: string;
  options: readonly SelectOption[];
  /** First, empty choice. */
  placeholder?: string;
}

export function Select({ label, hint, error, optional, labelHidden, id, name, options, placeholder, ...rest }: SelectProps) {
  const own = id ?? name;
  return (
    <Field id={own} label={label} hint={hint} error={error} optional={optional} labelHidden={labelHidden}>
      <InputBox invalid={error !== undefined}>
        <span className="relative flex w-full items-center">
          <select id={own} name={name} className={`${INPUT_CLASS} appearance-none truncate pr-8 [&>option]:bg-surface [&>option]:text-ink`} {...describedBy(own, { hint, error })} {...rest}>
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size={16} className="pointer-events-none absolute right-2.5 text-ink-3" />
        </span>
      </InputBox>
    </Field>
  );
}
