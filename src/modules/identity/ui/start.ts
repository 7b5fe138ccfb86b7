import type { PublicFormState } from "../form-state.ts";

/** A form that was not sent yet. */
export const START: PublicFormState = { code: null, errors: [], values: {} };
