import type { ReactNode } from "react";

interface ButtonContentProps {
  icon?: ReactNode;
  kbd?: string;
  children: ReactNode;
}

/** Icon, words, key hint: the same inside buttons, links and summaries. The hint is for eyes; screen readers get aria-keyshortcuts. */
export function ButtonContent({ icon, kbd, children }: ButtonContentProps) {
  return (
    <>
      <span className="inline-flex min-w-0 items-center gap-2">
        {icon}
        {children}
      </span>
      {kbd ? (
        <span aria-hidden className="font-mono text-2xs opacity-90 pointer-coarse:hidden">
          {kbd}
        </span>
      ) : null}
    </>
  );
}
