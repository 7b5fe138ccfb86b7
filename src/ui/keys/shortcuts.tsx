"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import type { Scope } from "./registry.ts";
import { useKeys } from "./use-keys.ts";

interface Shortcut {
  keys: string;
  label: string;
  /** Exactly one of these: go there, press that element, put the focus in it. */
  href?: string;
  clickId?: string;
  focusId?: string;
}

interface ShortcutsProps {
  items: readonly Shortcut[];
  scope?: Scope;
}

/** Shortcuts from plain data, so that a server component can declare them. Renders nothing. */
export function Shortcuts({ items, scope }: ShortcutsProps) {
  const router = useRouter();
  const [isLeaving, startLeaving] = useTransition();
  const destination = useRef<string | null>(null);
  useEffect(() => {
    if (!isLeaving) destination.current = null;
  }, [isLeaving]);

  // On a slow line the key is pressed again: arriving twice would take away what was typed after the first time.
  function go(href: string): void {
    if (destination.current === href) return;
    destination.current = href;
    startLeaving(() => router.push(href));
  }

  useKeys(
    items.map(({ keys, label, href, clickId, focusId }) => ({
      keys,
      label,
      run: () => {
        if (href) go(href);
        else if (clickId) document.getElementById(clickId)?.click();
        else if (focusId) focusField(focusId);
      },
    })),
    scope,
  );
  return null;
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
