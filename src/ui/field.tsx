import type { ReactNode } from "react";

/** What every control of a form takes. */
export interface FieldWords {
  label: string;
  hint?: ReactNode;
  error?: string;
  /** The word shown after the label when the field may stay empty. */
  optional?: string;
  labelHidden?: boolean;
}

interface FieldProps extends FieldWords {
  id: string;
  children: ReactNode;
}

interface Described {
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Ties a control to its hint and error by the ids that `Field` gives them. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">): Described {
  const ids = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids === "" ? undefined : ids, "aria-invalid": error ? true : undefined };
}

/** Label above, control, then error or help. */
export function Field({ id, label, hint, error, optional, labelHidden = false, children }: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-medium text-ink"}>
        {label}
        {optional ? <span className="font-normal text-ink-3"> ({optional})</span> : null}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-negative">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      ) : null}
    </>
  );
}
