/** The field for the next product. */
export function focusPicker(): void {
  document.querySelector<HTMLInputElement>("#bill-goods")?.focus();
}

/** The quantity of the line that was added last, once it is drawn. */
export function focusNewLine(): void {
  requestAnimationFrame(() => Array.from(document.querySelectorAll<HTMLInputElement>('[data-bill-line] input[id$="-quantity"]')).at(-1)?.focus());
}
