import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldNotes } from "./field.tsx";

interface SwitchProps extends Omit<ComponentProps<"input">, "className" | "style" | "type" | "role"> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
}

/** Acts at once; inside a form that is sent later use a Checkbox. The knob moves, so the state is not told by colour alone. */
export function Switch({ name, id, label, hint, error, ...rest }: SwitchProps) {
  const own = id ?? name;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={own} className="inline-flex min-h-8 items-center gap-3 pointer-coarse:min-h-11">
        <input
          id={own}
          name={name}
          type="checkbox"
          role="switch"
          className={
            "relative h-5 w-9 shrink-0 appearance-none rounded-sm border border-line-strong bg-sunken transition-colors duration-[90ms] " +
            "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-xs before:bg-ink-3 before:transition-transform before:duration-[90ms] " +
            "checked:border-accent-edge checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-55"
          }
          {...describedBy(own, { hint, error })}
          {...rest}
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={own} hint={hint} error={error} />
    </div>
  );
}
