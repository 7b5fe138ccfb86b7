"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";

export interface FormError {
  /** Id of the control, which is its name unless told otherwise. */
  id?: string;
  message: string;
}

interface FormErrorsProps {
  title: string;
  errors: readonly FormError[];
}

/** All that is wrong with a form, said once at its top. The focus goes to the first field; without one, to the summary. */
export function FormErrors({ title, errors }: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    const field = errors.map(({ id }) => (id ? document.getElementById(id) : null)).find((element) => element !== null);
    (field ?? box.current)?.focus();
  }, [errors]);

  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="flex gap-3 rounded-sm border border-negative bg-negative-soft px-3 py-2.5 text-ink">
      <CircleAlert aria-hidden size={18} className="mt-px text-negative" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        <ul className="flex flex-col gap-0.5">
          {errors.map(({ id, message }) => (
            <li key={`${id ?? ""}:${message}`}>
              {id ? (
                <a
                  href={`#${id}`}
                  className="underline underline-offset-2"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(id)?.focus();
                  }}
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
