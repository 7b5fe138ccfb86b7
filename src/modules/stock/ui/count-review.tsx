"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { TextLink } from "@/ui/text-link.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { postCountAction, reopenCountAction } from "../actions.ts";
import type { CountLineView, CountView } from "../queries/get-count.ts";
import { movementsHref } from "../rules/movements-href.ts";

interface CountReviewProps {
  tenantSlug: string;
  format: FormatStyle;
  count: CountView;
  mayApprove: boolean;
  /** Whether differences up to the shop's limit may be posted without. */
  mayPost: boolean;
}

/** What was found against what should have been there at that instant; who may approve lets the differences become movements. */
export function CountReview({ tenantSlug, format, count, mayApprove, mayPost }: CountReviewProps) {
  const t = useTranslations("stock.count");
  const router = useRouter();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { save, pending, whole } = useSave();
  const isOpen = count.status === "review" && mayPost;
  const post = (): void => {
    const choices = Object.entries(chosen).map(([productId, entryId]) => ({ productId, entryId }));
    save(() => postCountAction(tenantSlug, { id: count.id, choices }), () => {
      showToast({ message: t("posted") });
      router.refresh();
    });
  };
  const columns = useReviewed({ count, format, chosen, onChoose: isOpen ? (productId, entryId) => setChosen({ ...chosen, [productId]: entryId }) : null });
  useKeys(isOpen ? [{ keys: "ctrl+enter", label: t("post"), run: post, whileTyping: true }] : []);
  return (
    <div className="flex flex-col gap-5">
      {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
      {count.status === "review" && !mayPost ? <Banner tone="info">{t("waits")}</Banner> : null}
      <DataTable caption={t("progress", { counted: count.countedCount, planned: count.plannedCount })} rows={count.lines} rowKey={({ productId }) => productId} columns={columns} />
      {isOpen ? (
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={post}>{t("post")}</Button>
          {mayApprove ? <Button tone="quiet" onClick={() => save(() => reopenCountAction(tenantSlug, { id: count.id }), () => router.refresh())}>{t("reopen")}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}

type Entry = CountLineView["entries"][number];

interface ReviewedProps {
  count: CountView;
  format: FormatStyle;
  chosen: Readonly<Record<string, string>>;
  /** Null where nothing is to be chosen. */
  onChoose: ((productId: string, entryId: string) => void) | null;
}

/** Each line with what each counter found; what should have been there leads to the movements until that instant. */
function useReviewed({ count, format, chosen, onChoose }: ReviewedProps): Column<CountLineView>[] {
  const t = useTranslations("stock.count");
  const tStock = useTranslations("stock");
  const rows = ({ entries }: CountLineView, cell: (entry: Entry) => ReactNode) => entries.map((entry) => <span key={entry.id} className="block min-h-6">{cell(entry)}</span>);
  const gap = (value: Decimal, unit: string) => <span className={isZero(value) ? "text-ink-3" : value.startsWith("-") ? "font-medium text-negative" : "font-medium text-positive"}>{formatQuantity(value, unit, format)}</span>;
  // On a phone a number stands without its column: it says what it is.
  const named = (word: string) => <span className="sm:hidden">{word} </span>;
  return [
    { key: "product", header: tStock("columns.product"), cell: ({ name, sku, isDisputed }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span>{isDisputed ? <Badge tone="warning">{t("disputed")}</Badge> : null}</>, phone: "block" },
    { key: "counted", header: t("counted"), cell: (line) => (line.entries.length === 0 ? <span className="text-ink-3">{t("pending")}</span> : rows(line, ({ counted }) => <>{named(t("counted"))}{formatQuantity(counted, line.unit, format)}</>)), numeric: true, phone: "note" },
    {
      key: "expected", header: t("expected"), numeric: true, phone: "corner",
      cell: (line) => rows(line, ({ expected, at }) => (expected === undefined ? null : <>{named(t("expected"))}<TextLink plain newTab prefetch={false} href={movementsHref(line.productId, count.locationId, at)}>{formatQuantity(expected, line.unit, format)}</TextLink></>)),
    },
    { key: "difference", header: t("difference"), cell: (line) => rows(line, ({ difference }) => (difference === undefined ? null : gap(difference, line.unit))), numeric: true, phone: "value" },
    {
      key: "by", header: t("by"), phone: "below",
      cell: (line) => rows(line, ({ id, member, at }) => {
        const by = t("countedBy", { name: member, at: formatDateTime(at, format) });
        return line.isDisputed && onChoose
          ? <label className="flex items-center gap-2 text-sm"><input type="radio" name={`choice-${line.productId}`} checked={chosen[line.productId] === id} onChange={() => onChoose(line.productId, id)} />{by}</label>
          : <span className="text-sm text-ink-2">{by}</span>;
      }),
    },
  ];
}
