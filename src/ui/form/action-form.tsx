"use client";

import { createContext, useActionState, useContext, useRef, type ReactNode } from "react";
import { FormErrors } from "../form-errors.tsx";

/** What the server says of a form that it did not take. */
export interface FormState {
  code: string | null;
  errors: readonly { id?: string; message: string }[];
  values: Readonly<Record<string, string>>;
}

type FormAction = (previous: never, form: FormData) => Promise<FormState>;

const START: FormState = { code: null, errors: [], values: {} };
const NONE: FormState["errors"] = [];
const Current = createContext<FormState>(START);

interface ActionFormProps {
  /** A server action that answers in words, or goes on to another page. */
  action: FormAction;
  /** Sent along, such as the shop of this page. */
  hidden?: Readonly<Record<string, string>>;
  /** Heading of what is wrong. */
  errorsTitle: string;
  /** Beside each other instead of below: a form of a button or two. */
  inline?: boolean;
  /** Codes that `after` deals with: the summary says nothing of them. */
  handles?: readonly string[];
  /** Beside the form, told what became of it and how to send it again with what was typed. */
  after?: (state: FormState, again: () => void) => ReactNode;
  children: ReactNode;
}

/** A form whose fields (fields.tsx) show what was typed and what is wrong by themselves. Posts without JavaScript too. */
export function ActionForm({ action, hidden = {}, errorsTitle, inline = false, handles = [], after, children }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [state, act] = useActionState(action as (previous: FormState, form: FormData) => Promise<FormState>, START);
  return (
    <>
      <form ref={form} action={act} noValidate className={inline ? "flex flex-wrap items-end gap-3" : "flex flex-col gap-4"}>
        <FormErrors title={errorsTitle} errors={handles.includes(state.code ?? "") ? NONE : state.errors} />
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Current value={state}>{children}</Current>
      </form>
      {after?.(state, () => form.current?.requestSubmit())}
    </>
  );
}

/** `wasSent`: a box that was cleared is absent from what was typed, and must stay cleared. */
export function useFormField(name: string): { typed: string | undefined; error: string | undefined; wasSent: boolean } {
  const { code, values, errors } = useContext(Current);
  return { typed: values[name], error: errors.find(({ id }) => id === name)?.message, wasSent: code !== null };
}
