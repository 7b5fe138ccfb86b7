import { getTranslations } from "next-intl/server";
import { formatPrice } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { listPriceHistory, type PriceChangeView } from "../queries/list-price-history.ts";

interface PriceHistoryProps {
  ctx: Context;
  productId: string;
  format: FormatStyle;
}

const SHOWN = 20;

/** Every price that a product had, the newest first: when, from what to what, who, and by which run or import. Costs for those who may see them. */
export async function PriceHistory({ ctx, productId, format }: PriceHistoryProps) {
  const [changes, t] = await Promise.all([listPriceHistory(ctx, productId), getTranslations("prices.past")]);
  if (changes.length === 0) return null;
  // Only a foreign currency needs its sign.
  const price = (value: string | null | undefined, currency = format.currency): string => (value == null ? "—" : formatPrice(value, format, currency === format.currency ? { symbol: false } : { currency }));
  const moved = (from: string | null | undefined, to: string | null | undefined, [was, is]: readonly (string | null | undefined)[] = []) =>
    from === to && (was ?? format.currency) === (is ?? format.currency) ? null : <><span className="block text-ink-3">{price(from, was ?? format.currency)} →</span><span className="block font-medium">{price(to, is ?? format.currency)}</span></>;
  return (
    <section className="flex flex-col gap-3" aria-labelledby="price-history">
      <h2 id="price-history" className="wide text-md font-semibold">{t("title")}</h2>
      <DataTable
        caption={t("title")}
        rows={changes.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { key: "at", header: t("when"), cell: ({ at, by }) => <><span className="num block leading-5 whitespace-nowrap">{formatDateTime(at, format)}</span><span className="block text-2xs leading-4 text-ink-3">{by ?? ""}</span></>, phone: "block" },
          { key: "how", header: t("how"), cell: (change) => <How change={change} mayOpen={{ run: ctx.permissions.has("price.change"), import: ctx.permissions.has("product.import") }} words={{ run: t("run"), undo: t("undo"), import: t("import"), edit: t("edit"), start: t("start") }} />, phone: "detail" },
          { key: "price", header: t("price"), cell: ({ from, to }) => moved(from, to), numeric: true, phone: "value" },
          ...(ctx.permissions.has("product.cost") ? [{ key: "cost", header: t("cost"), cell: ({ fromCost, toCost, fromCurrency, toCurrency }: PriceChangeView) => moved(fromCost, toCost, [fromCurrency, toCurrency]), numeric: true, phone: "note" as const }] : []),
        ]}
      />
    </section>
  );
}

function How({ change, mayOpen, words }: { change: PriceChangeView; mayOpen: { run: boolean; import: boolean }; words: Record<"run" | "undo" | "import" | "edit" | "start", string> }) {
  const { runId, undone, importId, listName, from, fromCost } = change;
  const name = listName === null ? "" : ` · ${listName}`;
  if (runId !== null) {
    const label = undone ? words.undo : words.run;
    return <>{mayOpen.run ? <TextLink href={`/prices/changes/${runId}`}>{label}</TextLink> : label}{name}</>;
  }
  if (importId !== null) return mayOpen.import ? <TextLink href={`/products/import/${importId}`}>{words.import}</TextLink> : <>{words.import}</>;
  return <>{from === null && fromCost == null ? words.start : words.edit}{name}</>;
}
