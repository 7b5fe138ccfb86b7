import clsx from "clsx";
import type { ReactNode } from "react";

interface InputBoxProps {
  invalid: boolean;
  prefix?: ReactNode;
  suffix?: ReactNode;
  children: ReactNode;
}

/** The frame around a one-line control. The focus ring is the frame's, so that sign and unit stand inside it. */
export function InputBox({ invalid, prefix, suffix, children }: InputBoxProps) {
  return (
    <span
      className={clsx(
        "flex min-h-ctl items-center rounded-sm border bg-surface",
        "focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent-edge",
        "has-[:disabled]:bg-sunken has-[:disabled]:text-ink-3 has-[input:read-only]:bg-sunken",
        invalid ? "border-negative" : "border-line-strong",
      )}
    >
      {prefix ? <span className="flex items-center pl-2.5 text-ink-3">{prefix}</span> : null}
      {children}
      {suffix ? <span className="flex items-center pr-2.5 text-ink-3">{suffix}</span> : null}
    </span>
  );
}

export const INPUT_CLASS = "h-full min-h-[calc(var(--ctl)-2px)] w-full min-w-0 bg-transparent px-2.5 text-ink outline-none";
