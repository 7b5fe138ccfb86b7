"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { removeSupplierProductAction, saveSupplierLineAction } from "../actions.ts";
import type { SupplierProductView } from "../queries/supplier-view.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

interface SupplierListProps {
  tenantSlug: string;
  supplierId: string;
  currency: string;
  format: FormatStyle;
  items: readonly SupplierProductView[];
  mayWrite: boolean;
  seesCost: boolean;
  /** Only what its list has no more. */
  onlyGone: boolean;
}

/** What a supplier sells: its codes and prices, and a line to add or change one by the shop's own code. */
export function SupplierList({ tenantSlug, supplierId, currency, format, items, mayWrite, seesCost, onlyGone }: SupplierListProps) {
  const t = useTranslations("suppliers.list");
  const router = useRouter();
  const { save, whole } = useSave();
  const remove = ({ productId, name }: SupplierProductView): void =>
    save(() => removeSupplierProductAction(tenantSlug, { supplierId, productId }), () => {
      showToast({ message: t("removed", { name }) });
      router.refresh();
    });
  return (
    <section className="flex flex-col gap-4" aria-labelledby="supplier-list">
      <h2 id="supplier-list" className="wide text-md font-semibold">{t("title")}</h2>
      {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
      {mayWrite && !onlyGone ? <LineForm tenantSlug={tenantSlug} supplierId={supplierId} currency={currency} seesCost={seesCost} /> : null}
      {items.length === 0 ? <p className="text-ink-2">{t(onlyGone ? "noneGone" : "empty")}</p> : (
        <DataTable
          caption={t("title")}
          rows={items}
          rowKey={({ productId }) => productId}
          columns={[
            { key: "name", header: t("product"), cell: ({ name, sku, goneSince }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span>{goneSince === null ? null : <Badge tone="warning">{t("gone", { day: formatDate(goneSince, format) })}</Badge>}</>, phone: "block" },
            { key: "code", header: t("code"), cell: ({ code }) => <span className="font-mono text-sm">{code ?? ""}</span> },
            { key: "main", header: t("main"), cell: ({ isMain }) => (isMain ? <Badge>{t("mainBadge")}</Badge> : null) },
            { key: "pack", header: t("pack"), cell: ({ packSize }) => formatNumber(trimZeros(packSize), format), numeric: true },
            ...(seesCost
              ? [
                  { key: "price", header: t("listPrice"), cell: ({ listPrice }: SupplierProductView) => (listPrice == null ? "" : formatPrice(listPrice, format, { currency })), numeric: true, phone: "value" as const },
                  { key: "cost", header: t("cost"), cell: ({ cost }: SupplierProductView) => (cost == null ? "" : formatPrice(cost, format)), numeric: true, phone: "note" as const },
                ]
              : []),
            ...(mayWrite ? [{ key: "remove", header: "", cell: (line: SupplierProductView) => <Button tone="quiet" size="sm" iconOnly aria-label={t("remove", { name: line.name })} icon={<X aria-hidden size={16} />} onClick={() => remove(line)} />, width: "3rem" }] : []),
          ]}
        />
      )}
    </section>
  );
}

/** After a line the field for the next one has the focus: a list is typed in without the mouse. */
function LineForm({ tenantSlug, supplierId, currency, seesCost }: Omit<SupplierListProps, "items" | "mayWrite" | "format" | "onlyGone">) {
  const t = useTranslations("suppliers.list");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const text = (name: string): string => String(given.get(name) ?? "");
    save(() => saveSupplierLineAction(tenantSlug, { supplierId, sku: text("sku"), code: text("code"), listPrice: text("listPrice"), packSize: text("packSize"), isMain: given.has("isMain") }), () => {
      showToast({ message: t("saved") });
      form.current?.reset();
      form.current?.querySelector<HTMLInputElement>("#sku")?.focus();
      router.refresh();
    });
  };
  return (
    <form ref={form} noValidate className="flex flex-wrap items-end gap-3 border-y border-line bg-sunken px-3 py-3" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {sentence ? <div className="w-full"><Banner tone="negative" live>{sentence}</Banner></div> : null}
      <div className="w-36"><TextInput label={t("sku")} name="sku" error={errors.sku ?? errors.productId} autoComplete="off" mono required /></div>
      <div className="w-40"><TextInput label={t("code")} name="code" error={errors.code} autoComplete="off" mono /></div>
      {seesCost ? <div className="w-40"><TextInput label={t("listPrice")} name="listPrice" error={errors.listPrice} inputMode="decimal" autoComplete="off" prefix={currency} /></div> : null}
      <div className="w-28"><TextInput label={t("pack")} name="packSize" error={errors.packSize} inputMode="decimal" autoComplete="off" /></div>
      <div className="pb-2"><Checkbox label={t("main")} name="isMain" /></div>
      <Button type="submit" tone="primary" aria-busy={pending || undefined}>{t("add")}</Button>
    </form>
  );
}
