"use client";

import { useEffect } from "react";
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
  // The arrows belong to the page's scroll until a row has the focus, or a search field from which one goes down into the rows.
  useEffect(() => {
    const onArrow = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
      const onRow = event.target.matches("a[data-row-link]");
      if (!onRow && !(step === 1 && event.target.matches('input[type="search"]'))) return;
      event.preventDefault();
      walk(step as 1 | -1);
    };
    window.addEventListener("keydown", onArrow);
    return () => window.removeEventListener("keydown", onArrow);
  }, []);
  return null;
}

function walk(step: 1 | -1): void {
  const links = Array.from(document.querySelectorAll<HTMLElement>("a[data-row-link]"));
  const now = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, now + step))]?.focus();
}
