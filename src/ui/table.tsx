import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface TableProps extends Omit<ComponentProps<"table">, "className" | "style"> {
  /** Names the table for screen readers. */
  caption: string;
  /** With nothing in it that takes the focus: a person without a mouse must reach it to scroll it on a narrow screen. */
  focusable?: boolean;
  children: ReactNode;
}

/** A ledger: ink rule under the heads, hairlines between rows, no zebra. */
export function Table({ caption, focusable = false, children, ...rest }: TableProps) {
  return (
    <div className="max-lg:relative max-lg:overflow-x-auto" {...(focusable ? { tabIndex: 0, role: "region", "aria-label": caption } : {})}>
      <table className="w-full border-separate border-spacing-0" {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** On a phone the rest moves under the first column, which names the row. */
const FIRST_STAYS = "max-sm:first:sticky max-sm:first:left-0 max-sm:first:z-10 max-sm:first:bg-paper max-sm:first:pl-0";

interface HeadProps extends Omit<ComponentProps<"th">, "className"> {
  numeric?: boolean;
}

export function Th({ numeric = false, scope = "col", children, ...rest }: HeadProps) {
  return (
    <th
      scope={scope}
      className={clsx("label px-cell", FIRST_STAYS, scope === "row" ? "h-row border-b border-line py-1" : "z-10 h-9 border-b-2 border-ink bg-paper whitespace-nowrap lg:sticky lg:top-0", numeric ? "text-right" : "text-left")}
      {...rest}
    >
      {children}
    </th>
  );
}

interface CellProps extends Omit<ComponentProps<"td">, "className"> {
  numeric?: boolean;
}

export function Td({ numeric = false, children, ...rest }: CellProps) {
  return (
    <td className={clsx("h-row border-b border-line px-cell py-1", FIRST_STAYS, numeric && "num text-right whitespace-nowrap")} {...rest}>
      {children}
    </td>
  );
}
