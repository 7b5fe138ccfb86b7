import clsx from "clsx";
import Link from "next/link";

interface TabLinksProps {
  label: string;
  items: readonly { href: string; label: string; count?: string; current?: boolean }[];
}

/** Views of a list: each tab is an address. */
export function TabLinks({ label, items }: TabLinksProps) {
  return (
    <nav aria-label={label} className="-mb-2 overflow-x-auto">
      <ul className="flex gap-5">
        {items.map(({ href, label: text, count, current = false }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "inline-flex min-h-9 items-center gap-1.5 border-b-2 whitespace-nowrap pointer-coarse:min-h-11",
                current ? "border-accent-edge font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {text}
              {count ? <span className="num text-sm font-normal text-ink-3">{count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
