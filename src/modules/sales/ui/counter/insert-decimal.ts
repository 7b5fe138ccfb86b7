import type { KeyboardEvent } from "react";

/** The numeric keypad's decimal key writes the shop's decimal sign, whatever the keyboard's language sends. */
export function insertDecimal(event: KeyboardEvent<HTMLInputElement>, sign: "," | ".", onText: (text: string) => void): void {
  event.preventDefault();
  const field = event.currentTarget;
  field.setRangeText(sign, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
  onText(field.value);
}
