"use client";

import { useTranslations } from "next-intl";
import { formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { LabelCandidate } from "../queries/list-candidates.ts";
import { MOST_COPIES } from "../schema.ts";

interface LabelTableProps {
  items: readonly LabelCandidate[];
  copies: number;
  copiesOf: Readonly<Record<string, number>>;
  format: FormatStyle;
  onCopies: (productId: string, text: string) => void;
}

/** What each label will say, what the one on the shelf says, and how many to print. */
export function LabelTable({ items, copies, copiesOf, format, onCopies }: LabelTableProps) {
  const t = useTranslations("labels");
  const price = (value: string): string => formatPrice(value, format, { symbol: false });
  return (
    <DataTable
      caption={t("toPrint")}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
        { key: "printed", header: t("columns.onShelf"), cell: ({ printed }) => <span className="text-ink-2">{printed === null ? t("noLabel") : price(printed)}</span>, numeric: true },
        { key: "price", header: t("columns.price"), cell: ({ price: now }) => <span className="font-medium">{price(now)}</span>, numeric: true, phone: "value" },
        { key: "copies", header: t("columns.copies"), cell: ({ id, name }) => <span className="inline-block w-20"><TextInput id={`copies-${id}`} name="copiesOf" label={t("copiesOf", { name })} labelHidden type="number" min={0} max={MOST_COPIES} value={copiesOf[id] ?? copies} onChange={(event) => onCopies(id, event.target.value)} /></span>, numeric: true, width: "7rem", phone: "note" },
      ]}
    />
  );
}
