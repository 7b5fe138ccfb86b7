import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}

const TONES: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink-2",
  info: "bg-info-soft text-info",
  positive: "bg-positive-soft text-positive",
  warning: "bg-warning-soft text-warning",
  negative: "bg-negative-soft text-negative",
};

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className={clsx("inline-flex items-center gap-1 rounded-xs px-1.5 py-0.5 text-xs font-medium whitespace-nowrap", TONES[tone])}>
      {icon}
      {children}
    </span>
  );
}
