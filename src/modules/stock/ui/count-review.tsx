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
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Table, Td, Th } from "@/ui/table.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { postCountAction, reopenCountAction } from "../actions.ts";
import type { CountLineView, CountView } from "../queries/get-count.ts";

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
  const tStock = useTranslations("stock");
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
  useKeys(isOpen ? [{ keys: "ctrl+enter", label: t("post"), run: post, whileTyping: true }] : []);
  return (
    <div className="flex flex-col gap-5">
      {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
      {count.status === "review" && !mayPost ? <Banner tone="info">{t("waits")}</Banner> : null}
      <Table focusable caption={t("progress", { counted: count.countedCount, planned: count.plannedCount })}>
        <thead><tr><Th>{tStock("columns.product")}</Th><Th numeric>{t("counted")}</Th><Th numeric>{t("expected")}</Th><Th numeric>{t("difference")}</Th><Th>{t("by")}</Th></tr></thead>
        <tbody>{count.lines.map((line) => <ReviewLine key={line.productId} line={line} format={format} chosen={chosen[line.productId]} onChoose={isOpen ? (entryId) => setChosen({ ...chosen, [line.productId]: entryId }) : null} />)}</tbody>
      </Table>
      {isOpen ? (
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={post}>{t("post")}</Button>
          {mayApprove ? <Button tone="quiet" onClick={() => save(() => reopenCountAction(tenantSlug, { id: count.id }), () => router.refresh())}>{t("reopen")}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}

interface ReviewLineProps {
  line: CountLineView;
  format: FormatStyle;
  chosen: string | undefined;
  onChoose: ((entryId: string) => void) | null;
}

function ReviewLine({ line, format, chosen, onChoose }: ReviewLineProps) {
  const t = useTranslations("stock.count");
  const figure = (value: Decimal | undefined): string => (value === undefined ? "" : formatQuantity(value, line.unit, format));
  const gap = (value: Decimal | undefined) => <span className={value === undefined || isZero(value) ? "text-ink-3" : value.startsWith("-") ? "font-medium text-negative" : "font-medium text-positive"}>{figure(value)}</span>;
  const rows = (cell: (entry: CountLineView["entries"][number]) => ReactNode) => line.entries.map((entry) => <span key={entry.id} className="block min-h-6">{cell(entry)}</span>);
  return (
    <tr>
      <Td><span className="block leading-5 break-words">{line.name}</span><span className="block font-mono text-2xs leading-4 text-ink-3">{line.sku}</span>{line.isDisputed ? <Badge tone="warning">{t("disputed")}</Badge> : null}</Td>
      <Td numeric>{line.entries.length === 0 ? <span className="text-ink-3">{t("pending")}</span> : rows(({ counted }) => figure(counted))}</Td>
      <Td numeric>{rows(({ expected }) => figure(expected))}</Td>
      <Td numeric>{rows(({ difference }) => gap(difference))}</Td>
      <Td>
        {rows(({ id, member, at }) => (
          line.isDisputed && onChoose
            ? <label className="flex items-center gap-2 text-sm"><input type="radio" name={`choice-${line.productId}`} checked={chosen === id} onChange={() => onChoose(id)} />{t("countedBy", { name: member, at: formatDateTime(at, format) })}</label>
            : <span className="text-sm text-ink-2">{t("countedBy", { name: member, at: formatDateTime(at, format) })}</span>
        ))}
      </Td>
    </tr>
  );
}
