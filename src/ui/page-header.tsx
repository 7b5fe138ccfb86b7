import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** Already formatted, such as "1.284". */
  count?: string;
  back?: { href: string; label: string };
  actions?: ReactNode;
  /** Tabs and the filter row. */
  children?: ReactNode;
}

export function PageHeader({ title, count, back, actions, children }: PageHeaderProps) {
  return (
    <header className="border-b border-line bg-paper">
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 sm:px-6">
        {back ? (
          <Link href={back.href} aria-label={back.label} className="-ml-2 inline-flex size-9 items-center justify-center rounded-sm text-ink-2 hover:bg-sunken pointer-coarse:size-11">
            <ArrowLeft aria-hidden size={18} />
          </Link>
        ) : null}
        <h1 className="wide min-w-0 text-lg font-semibold break-words">{title}</h1>
        {count ? <span className="num text-base text-ink-3">{count}</span> : null}
        {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children ? <div className="flex flex-col gap-2 px-4 pb-2 sm:px-6">{children}</div> : null}
    </header>
  );
}
