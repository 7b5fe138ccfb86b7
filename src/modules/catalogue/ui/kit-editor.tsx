"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { Select } from "@/ui/select.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveKitAction } from "../actions.ts";
import type { KitComponentView, KitView } from "../queries/get-kit.ts";
import { sumKit } from "../rules/sum-kit.ts";
import { ProductFinder } from "./product-finder.tsx";

interface KitEditorProps {
  tenantSlug: string;
  productId: string;
  kit: KitView;
  format: FormatStyle;
  seesCost: boolean;
}

type Part = Omit<KitComponentView, "quantity"> & { quantity: Decimal | null };

/** What a product is made of: parts are found by code or words and Enter, their quantities typed; the sums follow at once. */
export function KitEditor({ tenantSlug, productId, kit, format, seesCost }: KitEditorProps) {
  const t = useTranslations("products.kit");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [parts, setParts] = useState<readonly Part[]>(kit.components);
  const [pricing, setPricing] = useState<"own" | "sum">(kit.pricing ?? "own");
  const sums = sumKit(parts);
  const wrong = parts.flatMap((_, i) => errors[`components.${i}.productId`] ?? errors[`components.${i}.quantity`] ?? []);
  const submit = (next: readonly Part[]): void => save(
    () => saveKitAction(tenantSlug, { id: productId, pricing, components: next.map((part) => ({ productId: part.productId, quantity: part.quantity ?? "0" })) }),
    () => {
      setParts(next);
      showToast({ message: t(next.length === 0 ? "undone" : "saved") });
      router.refresh();
    },
  );
  const add = (found: KitComponentView): void => setParts((now) => (now.some((part) => part.productId === found.productId) ? now : [...now, found]));
  return (
    <div className="flex flex-col gap-4">
      {sentence || wrong.length > 0 ? <Banner tone="negative" live>{sentence ?? wrong.join(" ")}</Banner> : null}
      <ProductFinder tenantSlug={tenantSlug} label={t("add")} hint={t("addHint")} words={{ notFound: t("notFound"), offers: t("offers") }} onFound={add} />
      {parts.length === 0 ? <p className="text-ink-3">{t("none")}</p> : (
        <Table caption={t("title")}>
          <thead>
            <tr><Th>{t("component")}</Th><Th numeric>{t("quantity")}</Th><Th numeric>{t("price")}</Th><Th numeric>{t("stock")}</Th><Th><span className="sr-only">{t("remove", { name: "" })}</span></Th></tr>
          </thead>
          <tbody>
            {parts.map((part, i) => (
              <tr key={part.productId}>
                <Td><span className="block">{part.name}</span><span className="block font-mono text-2xs text-ink-3">{part.sku}</span></Td>
                <Td numeric><div className="ml-auto w-24"><DecimalInput label={t("quantityOf", { name: part.name })} labelHidden id={`component-${part.productId}`} name="quantity" format={format} maxFraction={3} defaultValue={part.quantity ?? undefined} error={errors[`components.${i}.quantity`] ? " " : undefined} onValue={(quantity) => setParts((now) => now.map((one) => (one.productId === part.productId ? { ...one, quantity } : one)))} /></div></Td>
                <Td numeric>{part.salePrice === null ? "" : formatPrice(part.salePrice, format, { symbol: false })}</Td>
                <Td numeric>{formatQuantity(part.available, part.unit, format)}</Td>
                <Td><Button tone="quiet" iconOnly aria-label={t("remove", { name: part.name })} icon={<X aria-hidden size={16} />} onClick={() => setParts(parts.filter((one) => one.productId !== part.productId))} /></Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {parts.length > 0 ? (
        <>
          <div className="max-w-sm">
            <Select label={t("pricing")} name="kit-pricing" value={pricing} options={[{ value: "own", label: t("own") }, { value: "sum", label: t("sum") }]} onChange={(event) => setPricing(event.target.value === "sum" ? "sum" : "own")} />
          </div>
          <div role="status">
            <DescriptionList
              items={[
                { term: t("sumPrice"), detail: sums.price === null ? t("unknown") : <span className="num">{formatPrice(sums.price, format)}</span> },
                ...(seesCost ? [{ term: t("sumCost"), detail: sums.cost === null ? t("unknown") : <span className="num">{formatPrice(sums.cost, format)}</span> }] : []),
                { term: t("sumStock"), detail: <span className="num">{sums.stock}</span> },
              ]}
            />
          </div>
        </>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {parts.length > 0 ? <Button tone="primary" aria-busy={pending || undefined} onClick={() => submit(parts)}>{t("save")}</Button> : null}
        {kit.pricing === null ? null : <Button tone="quiet" aria-busy={pending || undefined} onClick={() => submit([])}>{t("undo")}</Button>}
      </div>
    </div>
  );
}
