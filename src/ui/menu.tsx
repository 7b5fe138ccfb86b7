"use client";

import clsx from "clsx";
import Link from "next/link";
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { buttonClass, type ButtonSize, type ButtonTone } from "./button-class.ts";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  kbd?: string;
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
}

interface MenuProps {
  /** Names the menu and, when the trigger is an icon, its button. */
  label: string;
  trigger: ReactNode;
  iconOnly?: boolean;
  tone?: ButtonTone;
  size?: ButtonSize;
  items: readonly MenuItem[];
}

const ITEM = "flex min-h-9 w-full items-center gap-2.5 rounded-xs px-2.5 text-left hover:bg-sunken focus-visible:bg-sunken focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11";

/** Actions behind a button: the platform's popover (top layer, light dismiss, Escape) with the arrow keys of the ARIA menu pattern. */
export function Menu({ label, trigger, iconOnly = false, tone = "secondary", size = "md", items }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const choices = (): HTMLElement[] => Array.from(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? []);

  const place = (): void => {
    const [anchor, menu] = [button.current?.getBoundingClientRect(), list.current];
    if (!anchor || !menu) return;
    const below = anchor.bottom + 4 + menu.offsetHeight <= window.innerHeight;
    menu.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - 4 - menu.offsetHeight)}px`;
    menu.style.left = `${Math.max(8, Math.min(anchor.right - menu.offsetWidth, window.innerWidth - menu.offsetWidth - 8))}px`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = choices();
    const now = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };
  const close = (): void => list.current?.hidePopover();

  return (
    <>
      <button ref={button} type="button" popoverTarget={id} aria-haspopup="menu" aria-label={iconOnly ? label : undefined} className={buttonClass({ tone, size, iconOnly })}>
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState !== "open") return;
          place();
          choices()[0]?.focus();
        }}
        className="fixed inset-auto m-0 min-w-48 rounded-sm border border-line bg-surface p-1 text-ink shadow-pop"
      >
        {items.map((item) => (
          <Choice key={item.label} item={item} close={close} />
        ))}
      </div>
    </>
  );
}

function Choice({ item: { label, icon, kbd, href, onSelect, danger = false, disabled = false }, close }: { item: MenuItem; close: () => void }) {
  const content = (
    <>
      {icon}
      <span className="flex-1">{label}</span>
      {kbd ? <span aria-hidden className="font-mono text-2xs text-ink-3">{kbd}</span> : null}
    </>
  );
  if (href && !disabled) {
    return <Link role="menuitem" tabIndex={-1} href={href} onClick={close} className={ITEM}>{content}</Link>;
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      className={clsx(ITEM, danger && "text-negative", disabled && "opacity-55")}
      onClick={() => {
        close();
        onSelect?.();
      }}
    >
      {content}
    </button>
  );
}
