"use client";

import { useKeys } from "./use-keys.ts";

interface RowKeysProps {
  nextLabel: string;
  previousLabel: string;
}

/** j and k walk through the row links of the page's DataTable; Enter is the link's own. */
export function RowKeys({ nextLabel, previousLabel }: RowKeysProps) {
  useKeys([
    { keys: "j", label: nextLabel, run: () => walk(1) },
    { keys: "k", label: previousLabel, run: () => walk(-1) },
  ]);
  return null;
}

function walk(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>("a[data-row-link]"));
  const now = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, now + step))]?.focus();
}
