import type { PublicFormState } from "../form-state.ts";

/** Why a form of one button did nothing. */
export function FailedAction({ state }: { state: PublicFormState }) {
  return state.errors.length === 0 ? null : <p role="alert" className="text-sm font-medium text-negative">{state.errors.map(({ message }) => message).join(" ")}</p>;
}
