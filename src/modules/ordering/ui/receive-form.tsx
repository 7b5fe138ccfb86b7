"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { big, compare, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { receivePurchaseOrderAction } from "../actions.ts";
import type { PurchaseOrderLineView } from "../queries/get-purchase-order.ts";

interface ReceiveFormProps {
  tenantSlug: string;
  format: FormatStyle;
  purchaseOrderId: string;
  lines: readonly PurchaseOrderLineView[];
}

/** What is still to come, filled in as if all of it came now; less, more and nothing can be typed, and say why where they must. */
export function ReceiveForm({ tenantSlug, format, purchaseOrderId, lines }: ReceiveFormProps) {
  const t = useTranslations("ordering");
  const router = useRouter();
  const [id] = useState(() => newId());
  const restOf = ({ quantity, received }: PurchaseOrderLineView): Decimal => (compare(received, quantity) >= 0 ? "0" : fix(big(quantity).minus(received), 3));
  const [now, setNow] = useState<Readonly<Record<string, Decimal | null>>>(() => Object.fromEntries(lines.map((line) => [line.productId, restOf(line)])));
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [paper, setPaper] = useState("");
  const [close, setClose] = useState(false);
  const { save, pending, errors, sentence } = useSave();
  const offOf = (line: PurchaseOrderLineView): number => compare(now[line.productId] ?? "0", restOf(line));
  const asksReason = (line: PurchaseOrderLineView): boolean => offOf(line) > 0 || (close && offOf(line) < 0);
  const submit = (): void => {
    const given = lines.map(({ productId }) => ({ productId, quantity: trimZeros(now[productId] ?? "0"), reason: reasons[productId] ?? "" }));
    save(() => receivePurchaseOrderAction(tenantSlug, { id, purchaseOrderId, paper, lines: given, close }), (made) => {
      showToast({ message: t("receive.done", { number: made.number }) });
      router.push(`/purchases/receipts/${made.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("receive.save"), run: submit, whileTyping: true }]);
  const told = sentence ?? errors["lines"];
  // On a phone a number stands without its column: it says what it is.
  const named = (word: string) => <span className="sm:hidden">{word} </span>;
  const columns: Column<PurchaseOrderLineView>[] = [
    { key: "product", header: t("columns.product"), cell: ({ name, supplierCode, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{supplierCode ?? sku}</span></>, phone: "block" },
    { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => <>{named(t("columns.quantity"))}{formatQuantity(quantity, unit, format)}</>, numeric: true, phone: "note" },
    { key: "received", header: t("columns.received"), cell: ({ received, unit }) => (big(received).eq(0) ? null : <>{named(t("columns.received"))}{formatQuantity(received, unit, format)}</>), numeric: true, phone: "corner" },
    {
      key: "now", header: t("columns.now"), numeric: true, phone: "value",
      cell: (line) => <div className="ml-auto w-28"><DecimalInput name={`lines.${lines.indexOf(line)}.quantity`} label={t("receive.nowFor", { name: line.name })} labelHidden format={format} maxFraction={isFractional(line.unit) ? 3 : 0} value={now[line.productId] ?? null} error={errors[`lines.${lines.indexOf(line)}.quantity`]} autoFocus={line === lines[0]} onValue={(value) => setNow({ ...now, [line.productId]: value })} /></div>,
    },
    {
      key: "reason", header: t("columns.reason"), phone: "below",
      cell: (line) => (asksReason(line) ? <TextInput name={`lines.${lines.indexOf(line)}.reason`} label={t("receive.reasonFor", { name: line.name })} labelHidden maxLength={200} autoComplete="off" value={reasons[line.productId] ?? ""} error={errors[`lines.${lines.indexOf(line)}.reason`]} onChange={(event) => setReasons({ ...reasons, [line.productId]: event.target.value })} /> : null),
    },
  ];
  return (
    <section className="flex flex-col gap-4" aria-labelledby="receive-goods">
      <h2 id="receive-goods" className="wide text-md font-semibold">{t("receive.title")}</h2>
      {told ? <Banner tone="negative" live>{told}</Banner> : null}
      <div className="max-w-xs"><TextInput name="paper" label={t("receive.paper")} optional={t("receive.optional")} mono autoComplete="off" maxLength={60} value={paper} error={errors.paper} onChange={(event) => setPaper(event.target.value)} /></div>
      <DataTable caption={t("receive.title")} rows={lines} rowKey={({ productId }) => productId} columns={columns} />
      <Checkbox name="close" label={t("receive.close")} hint={t("receive.closeHint")} checked={close} onChange={(event) => setClose(event.target.checked)} />
      <div><Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={submit}>{pending ? t("receive.saving") : t("receive.save")}</Button></div>
    </section>
  );
}
