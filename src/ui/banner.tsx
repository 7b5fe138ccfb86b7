import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import clsx from "clsx";
import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

interface BannerProps {
  tone: Exclude<Tone, "neutral">;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Announce it: for a banner that appears after the page. */
  live?: boolean;
}

const LOOKS: Readonly<Record<BannerProps["tone"], { box: string; icon: LucideIcon; mark: string }>> = {
  info: { box: "border-info bg-info-soft", icon: Info, mark: "text-info" },
  positive: { box: "border-positive bg-positive-soft", icon: CircleCheck, mark: "text-positive" },
  warning: { box: "border-warning bg-warning-soft", icon: TriangleAlert, mark: "text-warning" },
  negative: { box: "border-negative bg-negative-soft", icon: CircleAlert, mark: "text-negative" },
};

export function Banner({ tone, title, children, action, live = false }: BannerProps) {
  const { box, icon: Icon, mark } = LOOKS[tone];
  const role = live ? (tone === "negative" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-sm border-l-4 px-3 py-2.5 text-ink", box)}>
      <Icon aria-hidden size={18} className={clsx("mt-px", mark)} />
      <div className="min-w-0 flex-1 basis-48">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
