import type { PublicFormState } from "../define-public-action.ts";

/** A form that was not sent yet. */
export const START: PublicFormState = { code: null, errors: [], values: {} };
