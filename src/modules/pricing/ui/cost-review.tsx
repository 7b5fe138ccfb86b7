"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { Select } from "@/ui/select.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { openPriceRunAction } from "../actions.ts";
import { jumpOf } from "../rules/judge-price.ts";
import { Jump } from "./simulation-table.tsx";
import { useSimulation } from "./use-simulation.ts";

interface ReviewedCost {
  productId: string;
  sku: string;
  name: string;
  before: Decimal | null;
  after: Decimal;
}

interface CostReviewProps {
  tenantSlug: string;
  format: FormatStyle;
  purchaseId: string;
  costs: readonly ReviewedCost[];
  /** Whether prices may be changed from here. */
  mayReprice: boolean;
}

/** One page of a simulation. */
const SHOWN = 200;
const RULES = ["keep", "target"] as const;

/** What a bill did to costs, and what prices would follow: chosen, applied together, labels to print afterwards. */
export function CostReview({ tenantSlug, format, purchaseId, costs, mayReprice }: CostReviewProps) {
  const t = useTranslations("prices.review");
  const problemText = useProblemText();
  const router = useRouter();
  const [kind, setKind] = useState<(typeof RULES)[number]>("keep");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [runId, setRunId] = useState(() => newId());
  const plan = { rule: { kind, value: "0" }, guards: { hold: false } };
  const { simulation, problem } = useSimulation(tenantSlug, mayReprice ? { ...plan, scope: { purchaseId }, order: "name", limit: SHOWN } : null);
  const { save, pending, sentence } = useSave();
  const prices = new Map(simulation?.items.map((one) => [one.productId, one]));
  const shown = costs.slice(0, SHOWN);
  const count = (simulation?.counts.change ?? 0) - shown.filter(({ productId }) => left.has(productId) && prices.has(productId)).length;
  const apply = (): void =>
    save(() => openPriceRunAction(tenantSlug, { ...plan, scope: { purchaseId, ...(left.size > 0 ? { except: [...left] } : {}) }, id: runId }), ({ id }) => {
      showToast({ message: t("opened") });
      setRunId(newId());
      router.push(`/prices/changes/${id}`);
    });
  const toggle = (productId: string): void => setLeft((now) => (now.has(productId) ? new Set([...now].filter((one) => one !== productId)) : new Set([...now, productId])));
  const price = (value: Decimal | null): string => (value === null ? "" : formatPrice(value, format, { symbol: false }));
  const suggested: Column<ReviewedCost>[] = [
    { key: "price", header: t("price"), cell: ({ productId }) => <span className="text-ink-2">{price(prices.get(productId)?.from ?? null)}</span>, numeric: true },
    { key: "to", header: t("suggested"), cell: ({ productId }) => <span className={left.has(productId) ? "text-ink-3 line-through" : "font-medium"}>{price(prices.get(productId)?.to ?? null)}</span>, numeric: true, phone: "value" },
    { key: "margin", header: t("margin"), cell: ({ productId }) => (prices.get(productId)?.margin == null ? "" : formatPercent(prices.get(productId)!.margin!, format)), numeric: true },
    { key: "apply", header: t("apply"), cell: ({ productId, name }) => (prices.has(productId) ? <input type="checkbox" className="size-5 accent-action" aria-label={t("applyTo", { name })} checked={!left.has(productId)} onChange={() => toggle(productId)} /> : null), width: "5rem", phone: "note" },
  ];
  return (
    <section aria-labelledby="cost-review" className="flex flex-col gap-3 border-y border-line bg-sunken px-4 py-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="cost-review" className="wide text-md font-semibold">{t("title", { count: costs.length })}</h2>
        {mayReprice ? <div className="w-64"><Select name="reviewRule" label={t("rule")} value={kind} options={RULES.map((value) => ({ value, label: t(`rules.${value}`) }))} onChange={(event) => setKind(event.target.value as (typeof RULES)[number])} /></div> : null}
      </div>
      {sentence ?? (problem ? problemText(problem) : null) ? <Banner tone="negative" live>{sentence ?? problemText(problem!)}</Banner> : null}
      <DataTable
        caption={t("title", { count: costs.length })}
        rows={shown}
        rowKey={({ productId }) => productId}
        columns={[
          { key: "name", header: t("product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
          { key: "before", header: t("before"), cell: ({ before }) => <span className="text-ink-2">{price(before)}</span>, numeric: true },
          { key: "after", header: t("after"), cell: ({ before, after }) => <><span className="sm:hidden">{price(before)} → </span>{price(after)}</>, numeric: true, phone: "below" },
          { key: "jump", header: t("jump"), cell: ({ before, after }) => <Jump percent={jumpOf({ from: before, to: after })} format={format} />, numeric: true, phone: "corner" },
          ...(mayReprice ? suggested : []),
        ]}
      />
      {costs.length > SHOWN ? <p className="text-sm text-ink-2">{t("more", { count: costs.length - SHOWN })}</p> : null}
      {mayReprice ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" aria-busy={pending || undefined} aria-disabled={count <= 0 || undefined} onClick={() => { if (count > 0 && !pending) apply(); }}>{t("button", { count: Math.max(count, 0) })}</Button>
          <LinkButton tone="quiet" href={`/prices?purchaseId=${purchaseId}`}>{t("console")}</LinkButton>
        </div>
      ) : null}
    </section>
  );
}
