import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, Key, ReactNode } from "react";

export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  numeric?: boolean;
  /** CSS width, such as "8rem". */
  width?: string;
  /** Place in the two-line row of a phone. Default: the first column is the title, the others hide. */
  phone?: PhonePlace;
  /** Address that sorts by this column; `direction` when it does already. */
  sort?: { href: string; direction?: "asc" | "desc" };
}

type PhonePlace = "line" | "block" | "title" | "value" | "detail" | "note" | "below" | "corner" | "hidden";

interface DataTableProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => Key;
  /** The first column becomes a link whose target is the whole row. */
  rowHref?: (row: T) => string;
  selected?: (row: T) => boolean;
  /** What else stands on a row, for who listens to it. */
  rowProps?: Pick<ComponentProps<"tr">, "onKeyDown"> & Readonly<Record<`data-${string}`, true>>;
  /** A box before each row (`input[data-row-check]`, its value the row's key) and one for all; whoever acts on them listens to `change`. */
  check?: { label: (row: T) => string; allLabel: string };
}

const PLACES: Readonly<Record<PhonePlace, string>> = {
  // A line of its own under those that have a place, with the column's header before it.
  line: "max-sm:col-span-2 max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:justify-between max-sm:gap-4",
  // Two lines of its own.
  block: "max-sm:col-start-1 max-sm:row-start-1 max-sm:row-span-2 max-sm:font-medium",
  title: "max-sm:col-start-1 max-sm:row-start-1 max-sm:font-medium",
  value: "max-sm:col-start-2 max-sm:row-start-1 max-sm:text-right max-sm:font-medium",
  detail: "max-sm:col-start-1 max-sm:row-start-2 max-sm:text-sm max-sm:text-ink-3",
  note: "max-sm:col-start-2 max-sm:row-start-2 max-sm:text-right max-sm:text-sm max-sm:text-ink-3",
  // A third line: what else there is to say, and what can be done with the row.
  below: "max-sm:col-start-1 max-sm:row-start-3 max-sm:text-sm max-sm:text-ink-3",
  corner: "max-sm:col-start-2 max-sm:row-start-3 max-sm:text-right max-sm:text-sm",
  hidden: "max-sm:hidden",
};

/** A list as a ledger; under 640 px each row becomes two lines. The roles are written out because `display: grid` takes them away. */
export function DataTable<T>({ caption, columns, rows, rowKey, rowHref, selected, rowProps, check }: DataTableProps<T>) {
  return (
    <div className="max-lg:sm:relative max-lg:sm:overflow-x-auto">
      <table role="table" className="w-full border-separate border-spacing-0 max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {check ? (
              <th role="columnheader" scope="col" className="z-10 h-9 w-10 border-b-2 border-ink bg-paper lg:sticky lg:top-0">
                <CheckBox data-check-all aria-label={check.allLabel} />
              </th>
            ) : null}
            {columns.map((column) => <Head key={column.key} column={column} />)}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              {...rowProps}
              aria-selected={selected?.(row) || undefined}
              className={clsx(
                "group relative max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-4 max-sm:border-b max-sm:border-line max-sm:py-2.5",
                check && "has-checked:bg-accent-soft",
                rowHref && "hover:bg-sunken focus-within:bg-sunken",
                selected?.(row) && "bg-sunken font-medium shadow-[inset_3px_0_0_var(--accent-edge)]",
              )}
            >
              {check ? (
                <td role="cell" className="relative z-10 border-b border-line max-sm:hidden">
                  <CheckBox data-row-check value={String(rowKey(row))} aria-label={check.label(row)} />
                </td>
              ) : null}
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} first={index === 0} href={index === 0 ? rowHref?.(row) : undefined}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CheckBox(props: ComponentProps<"input"> & { "data-row-check"?: true; "data-check-all"?: true }) {
  return (
    <label className="flex size-8 items-center justify-center pointer-coarse:size-11">
      <input type="checkbox" className="size-4 accent-accent" autoComplete="off" {...props} />
    </label>
  );
}

function Head<T>({ column: { header, numeric = false, width, sort } }: { column: Column<T> }) {
  const Arrow = sort?.direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      role="columnheader"
      scope="col"
      style={{ width }}
      aria-sort={sort?.direction ? (sort.direction === "asc" ? "ascending" : "descending") : undefined}
      className={clsx("label z-10 h-9 border-b-2 border-ink bg-paper px-cell whitespace-nowrap lg:sticky lg:top-0", numeric ? "text-right" : "text-left")}
    >
      {sort ? (
        <Link href={sort.href} className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
          {header}
          {sort.direction ? <Arrow aria-hidden size={12} /> : null}
        </Link>
      ) : (
        header
      )}
    </th>
  );
}

interface CellProps<T> {
  column: Column<T>;
  first: boolean;
  href?: string;
  children: ReactNode;
}

function Cell<T>({ column: { header, numeric = false, phone }, first, href, children }: CellProps<T>) {
  return (
    <td
      role="cell"
      className={clsx(
        "h-row border-b border-line px-cell py-1 max-sm:h-auto max-sm:border-0 max-sm:px-0 max-sm:py-0",
        numeric && "num text-right whitespace-nowrap max-sm:text-left",
        PLACES[phone ?? (first ? "title" : "hidden")],
      )}
    >
      {phone === "line" ? <span aria-hidden className="label sm:hidden">{header}</span> : null}
      {href === undefined ? (
        children
      ) : (
        <Link href={href} prefetch={false} data-row-link className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-edge">
          {children}
        </Link>
      )}
    </td>
  );
}
