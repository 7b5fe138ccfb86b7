import { useEffect, useRef, type KeyboardEvent } from "react";

/** The field for the next product. */
export function focusPicker(): void {
  document.querySelector<HTMLInputElement>("#bill-goods")?.focus();
}

/** Enter goes to the next field of the line, and from the last one to the next product. */
export function onLineEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = Array.from(event.currentTarget.querySelectorAll<HTMLInputElement>("[data-step] input"));
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) next.focus();
  else focusPicker();
}

/** Asks for the quantity of a product's line: it gets the focus once the line stands on the page, which may take more than a frame. */
export function useLineFocus(lines: readonly { key: number; goods: { id: string } }[]): (productId: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const line = lines.findLast(({ goods }) => goods.id === wanted.current);
    if (!line) return;
    wanted.current = null;
    document.getElementById(`line-${line.key}-quantity`)?.focus();
  }, [lines]);
  return (productId) => {
    wanted.current = productId;
  };
}
