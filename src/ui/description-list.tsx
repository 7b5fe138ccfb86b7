import type { ReactNode } from "react";

interface DescriptionListProps {
  items: readonly { term: string; detail: ReactNode }[];
}

/** Facts of one thing, one ledger line each. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {items.map(({ term, detail }) => (
        <div key={term} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          <dt className="text-ink-3">{term}</dt>
          <dd className="min-w-0 break-words">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
