"use client";

import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Table, Td, Th } from "@/ui/table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { TellApartButton } from "./tell-apart-button.tsx";
import { mergeProductsAction, undoMergeAction } from "../actions.ts";
import { factOf } from "../rules/merge-facts.ts";
import { TAKEABLE, type Takeable } from "../rules/takeable.ts";

interface MergeFormProps {
  tenantSlug: string;
  /** The first one stays, until somebody turns them round. */
  products: readonly [ProductView, ProductView];
  format: FormatStyle;
  seesCost: boolean;
}

/** Two products side by side: which one stays, and of each field whose value. What only one of them says is taken from it. */
export function MergeForm({ tenantSlug, products, format, seesCost }: MergeFormProps) {
  const t = useTranslations("products.merge");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [id] = useState(newId);
  const [pair, setPair] = useState(products);
  const [chosen, setChosen] = useState<Partial<Record<Takeable, boolean>>>({});
  const [survivor, absorbed] = pair;
  const fields = TAKEABLE.filter((field) => (seesCost || field !== "costPrice") && factOf(survivor, field, format) !== factOf(absorbed, field, format));
  const takes = (field: Takeable): boolean => chosen[field] ?? factOf(survivor, field, format) === "";
  const turn = (): void => {
    setPair([absorbed, survivor]);
    setChosen(Object.fromEntries(fields.map((field) => [field, !takes(field)])));
  };
  const submit = (): void => save(() => mergeProductsAction(tenantSlug, { id, survivorId: survivor.id, absorbedId: absorbed.id, take: fields.filter(takes) }), (merged) => {
    showToast({
      message: t("done", { name: (fields.includes("name") && takes("name") ? absorbed : survivor).name }),
      undo: async () => {
        await undoMergeAction(tenantSlug, { id: merged.id });
        router.refresh();
      },
    });
    router.push(`/products/${survivor.id}`);
    router.refresh();
  });
  useKeys([{ keys: "ctrl+enter", label: t("merge"), run: submit }, { keys: "i", label: t("turn"), run: turn }]);
  const problem = sentence ?? Object.values(errors)[0];
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {problem ? <Banner tone="negative" live>{problem}</Banner> : null}
      <Table caption={t("compare")}>
        <thead>
          <tr><Th><span className="sr-only">{t("field")}</span></Th><Th>{t("stays")}</Th><Th>{t("archived")}</Th></tr>
        </thead>
        <tbody>
          <tr><Th scope="row">{t("product")}</Th><Td><strong>{survivor.name}</strong></Td><Td>{absorbed.name}</Td></tr>
          <tr><Th scope="row">{t("sku")}</Th><Td><span className="font-mono">{survivor.sku}</span></Td><Td><span className="font-mono">{absorbed.sku}</span></Td></tr>
          {fields.map((field) => (
            <tr key={field}>
              <Th scope="row">{t(`fields.${field}`)}</Th>
              {[survivor, absorbed].map((product, i) => (
                <Td key={product.id}>
                  <label className="inline-flex min-h-6 items-start gap-2">
                    <input type="radio" name={field} className="mt-1 size-4 shrink-0 accent-accent-edge" checked={takes(field) === (i === 1)} onChange={() => setChosen({ ...chosen, [field]: i === 1 })} />
                    <span className="break-words">{factOf(product, field, format) || <span className="text-ink-3">{t("nothing")}</span>}</span>
                  </label>
                </Td>
              ))}
            </tr>
          ))}
          <tr><Th scope="row">{t("barcodes")}</Th>{pair.map(({ id: one, barcodes }) => <Td key={one}><span className="font-mono">{barcodes.join(", ") || t("nothing")}</span></Td>)}</tr>
          <tr><Th scope="row">{t("stock")}</Th>{pair.map(({ id: one, stock, unit }) => <Td key={one}><TextLink plain newTab prefetch={false} href={movementsHref(one)}><span className="num">{formatQuantity(stock.onHand, unit, format)}</span></TextLink></Td>)}</tr>
        </tbody>
      </Table>
      <p className="text-ink-2">{t("consequence", { survivor: survivor.name, absorbed: absorbed.name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined}>{t("merge")}</Button>
        <Button kbd="I" icon={<ArrowLeftRight aria-hidden size={16} />} onClick={turn}>{t("turn")}</Button>
        <TellApartButton tenantSlug={tenantSlug} products={pair} next="/products/duplicates" />
      </div>
    </form>
  );
}
