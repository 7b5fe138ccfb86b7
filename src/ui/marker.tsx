import type { ReactNode } from "react";

/** The yellow price tag: what just happened, a quantity, "1 of 5". Never a warning. */
export function Marker({ children }: { children: ReactNode }) {
  return <span className="num inline-block rounded-xs bg-marker px-1.5 py-0.5 font-mono text-2xs font-semibold text-on-marker">{children}</span>;
}
