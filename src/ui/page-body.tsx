import type { ReactNode } from "react";

const WIDTHS = { wide: "max-w-[90rem]", text: "max-w-[68ch]", form: "max-w-[36rem]" } as const;

interface PageBodyProps {
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}

export function PageBody({ width = "wide", children }: PageBodyProps) {
  return <div className={`flex w-full flex-col gap-6 px-4 py-4 sm:px-6 sm:py-6 ${WIDTHS[width]}`}>{children}</div>;
}
