import type { ReactNode } from "react";

interface PageNoticeProps {
  title: string;
  text: string;
  /** One way on. */
  children?: ReactNode;
}

/** In place of a page: it does not exist, it is not yours, it broke. */
export function PageNotice({ title, text, children }: PageNoticeProps) {
  return (
    <div className="flex max-w-[40rem] flex-col items-start gap-3 px-4 py-12 sm:px-6">
      <h1 className="wide text-2xl font-bold text-balance">{title}</h1>
      <p className="text-md text-pretty text-ink-2">{text}</p>
      {children}
    </div>
  );
}
