/** A field for a PIN: dots for the person behind, digits on a phone's keyboard. It can be pasted into (WCAG 3.3.8). */
export const PIN_INPUT = { type: "password", inputMode: "numeric", maxLength: 6, mono: true } as const;
