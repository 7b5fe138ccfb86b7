"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { saveLimitsAction } from "../actions.ts";
import type { StockLine } from "../queries/find-stock-lines.ts";
import type { LimitView } from "../queries/list-limits.ts";
import { ProductEntry, type EntryHandle } from "./product-entry.tsx";

interface LimitGridProps {
  tenantSlug: string;
  locationId: string;
  format: FormatStyle;
  items: readonly LimitView[];
}

/** Minimum and maximum of products at one place: product, least, most, Enter, the next. */
export function LimitGrid({ tenantSlug, locationId, format, items }: LimitGridProps) {
  const t = useTranslations("stock.places");
  const tStock = useTranslations("stock");
  const router = useRouter();
  const entry = useRef<EntryHandle>(null);
  const [product, setProduct] = useState<StockLine | null>(null);
  const [low, setLow] = useState<Decimal | null>(null);
  const [high, setHigh] = useState<Decimal | null>(null);
  const { save, pending, errors, sentence } = useSave();
  const write = (productId: string, minStock: Decimal | null, maxStock: Decimal | null): void =>
    save(() => saveLimitsAction(tenantSlug, { locationId, items: [{ productId, minStock: minStock && trimZeros(minStock), maxStock: maxStock && trimZeros(maxStock) }] }), () => {
      setProduct(null);
      router.refresh();
      entry.current?.focus();
    });
  const bound = (value: Decimal | null, unit: string): string => (value === null ? "" : formatQuantity(value, unit, format));
  return (
    <section className="flex flex-col gap-4" aria-labelledby="limits">
      <h2 id="limits" className="wide text-md font-semibold">{t("limits")}</h2>
      <p className="text-sm text-ink-2">{t("limitsHint")}</p>
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <ProductEntry ref={entry} tenantSlug={tenantSlug} locationId={locationId} format={format} isQuiet onPick={(line) => { setProduct(line); setLow(null); setHigh(null); }} />
      {product ? (
        <form noValidate className="flex flex-wrap items-end gap-3 border-y border-line bg-sunken px-3 py-3" onSubmit={(event) => { event.preventDefault(); write(product.productId, low, high); }}>
          <p className="w-full font-medium">{product.name}</p>
          <div className="w-32"><DecimalInput key={`${product.productId} low`} label={tStock("columns.min")} name="minStock" format={format} maxFraction={3} onValue={setLow} autoFocus error={errors["items.0.minStock"]} /></div>
          <div className="w-32"><DecimalInput key={`${product.productId} high`} label={tStock("columns.max")} name="maxStock" format={format} maxFraction={3} onValue={setHigh} error={errors["items.0.maxStock"]} /></div>
          <Button type="submit" tone="primary" aria-busy={pending || undefined}>{t("limitsSave")}</Button>
        </form>
      ) : null}
      {items.length === 0 ? null : (
        <DataTable
          caption={t("limits")}
          rows={items}
          rowKey={({ productId }) => productId}
          columns={[
            { key: "name", header: tStock("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
            { key: "min", header: tStock("columns.min"), cell: ({ minStock, unit }) => bound(minStock, unit), numeric: true, phone: "value" },
            { key: "max", header: tStock("columns.max"), cell: ({ maxStock, unit }) => bound(maxStock, unit), numeric: true, phone: "note" },
            { key: "remove", header: "", cell: ({ productId, name }) => <Button tone="quiet" size="sm" iconOnly aria-label={tStock("grid.removeOf", { name })} icon={<X aria-hidden size={16} />} onClick={() => write(productId, null, null)} />, width: "3rem" },
          ]}
        />
      )}
    </section>
  );
}
