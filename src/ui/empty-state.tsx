import clsx from "clsx";
import type { ReactNode } from "react";

interface EmptyStateProps {
  /** Says what is missing. */
  title: string;
  text?: string;
  children?: ReactNode;
}

export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <section className="flex max-w-[60rem] flex-col gap-3 pt-6 pb-2 sm:pt-10">
      <h2 className="wide text-2xl font-bold text-balance">{title}</h2>
      {text ? <p className="max-w-[34rem] text-md text-pretty text-ink-2">{text}</p> : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  );
}

/** Ways out of an empty page, side by side, one sheet of paper with rules between. */
export function Doors({ children }: { children: ReactNode }) {
  return (
    <div className="grid overflow-hidden rounded-sm border border-line max-md:divide-y md:auto-cols-fr md:grid-flow-col md:divide-x md:divide-line divide-line">
      {children}
    </div>
  );
}

interface DoorProps {
  title: string;
  text: string;
  /** The door that most people should take. */
  lead?: boolean;
  /** One action. */
  children: ReactNode;
}

export function Door({ title, text, lead = false, children }: DoorProps) {
  return (
    <div className={clsx("flex flex-col items-start gap-1.5 p-5 sm:p-6", lead && "bg-surface")}>
      <h3 className="text-md font-semibold">{title}</h3>
      <p className="text-pretty text-ink-2">{text}</p>
      <div className="mt-auto pt-4">{children}</div>
    </div>
  );
}
