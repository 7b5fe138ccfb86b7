import { useTranslations } from "next-intl";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { MatchLine } from "../queries/match-of-bill.ts";

/** The three papers in one line: what was ordered, what came and what the bill says, and where somebody still has to decide. */
export function MatchTable({ lines, purchaseId, format }: { lines: readonly MatchLine[]; purchaseId: string; format: FormatStyle }) {
  const t = useTranslations("receiving");
  if (lines.length === 0) return null;
  const figure = (quantity: Decimal, cost: Decimal | null, unit: string) => (
    <>
      <span className="block">{formatQuantity(quantity, unit, format)}</span>
      <span className="block text-2xs leading-4 font-normal text-ink-3">{cost === null ? "" : formatPrice(cost, format, { symbol: false })}</span>
    </>
  );
  const open = lines.reduce((sum, line) => sum + line.open, 0);
  return (
    <section className="flex flex-col gap-3" aria-labelledby="bill-match">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="bill-match" className="wide text-md font-semibold">{t("match.title")}</h2>
        {open > 0 ? <TextLink href={`/purchases/differences?purchaseId=${purchaseId}`}>{t("match.open", { count: open })}</TextLink> : <span className="text-ink-2">{t("match.settled")}</span>}
      </div>
      <DataTable
        caption={t("match.title")}
        rows={lines}
        rowKey={({ productId }) => productId}
        columns={[
          { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
          { key: "ordered", header: t("match.ordered"), cell: ({ ordered, orderedCost, unit }) => (ordered === null ? "" : figure(ordered, orderedCost, unit)), numeric: true },
          { key: "received", header: t("match.received"), cell: ({ received, receivedCost, unit }) => figure(received, receivedCost, unit), numeric: true, phone: "note" },
          { key: "billed", header: t("match.billed"), cell: ({ billed, billedCost, received, unit }) => <span className={compare(billed, received) === 0 ? "" : "text-negative"}>{figure(billed, billedCost, unit)}</span>, numeric: true, phone: "value" },
          { key: "open", header: t("columns.state"), cell: ({ open: waits }) => (waits > 0 ? <Badge tone="warning">{t("differences.title")}</Badge> : null) },
        ]}
      />
    </section>
  );
}
