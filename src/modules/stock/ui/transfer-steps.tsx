"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { isZero, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { showToast } from "@/ui/toast-store.ts";
import { stepTransferAction } from "../actions.ts";
import type { TransferLineView, TransferView } from "../queries/get-transfer.ts";

interface TransferStepsProps {
  tenantSlug: string;
  format: FormatStyle;
  transfer: TransferView;
  mayMove: boolean;
}

/** The lines of a transfer, and its next step: what leaves or comes now is filled in with all there is, and can be less. */
export function TransferSteps({ tenantSlug, format, transfer, mayMove }: TransferStepsProps) {
  const t = useTranslations("stock.transfer");
  const tStock = useTranslations("stock");
  const router = useRouter();
  const step = !mayMove ? null : transfer.status === "requested" ? "dispatch" : transfer.status === "in_transit" ? "receive" : null;
  const most = (line: TransferLineView): Decimal => (step === "dispatch" ? line.requested : line.inTransit);
  const [now, setNow] = useState<Readonly<Record<string, Decimal | null>>>(() => Object.fromEntries(transfer.lines.map((line) => [line.productId, most(line)])));
  const [close, setClose] = useState(false);
  const { save, pending, errors, sentence } = useSave();
  const go = (which: "dispatch" | "receive" | "cancel"): void => {
    const lines = transfer.lines.map(({ productId }) => ({ productId, quantity: trimZeros(now[productId] ?? "0") }));
    save(() => stepTransferAction(tenantSlug, { id: transfer.id, step: which, ...(which === "cancel" ? {} : { lines, close: which === "receive" && close }) }), () => {
      showToast({ message: t(which === "dispatch" ? "dispatchedNow" : which === "receive" ? "receivedNow" : "canceledNow") });
      router.refresh();
    });
  };
  useKeys(step ? [{ keys: "ctrl+enter", label: t(step), run: () => go(step), whileTyping: true }] : []);
  const told = sentence ?? errors["lines"] ?? errors["fromLocationId"] ?? errors["toLocationId"];
  const figure = (value: Decimal, unit: string): string => (isZero(value) ? "" : formatQuantity(value, unit, format));
  // On a phone a number stands without its column: it says what it is.
  const named = (word: string, value: string) => (value === "" ? null : <><span className="sm:hidden">{word} </span>{value}</>);
  const columns: Column<TransferLineView>[] = [
    { key: "product", header: tStock("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
    { key: "requested", header: t("requested"), cell: ({ requested, unit }) => named(t("requested"), formatQuantity(requested, unit, format)), numeric: true, phone: transfer.dispatchedAt ? "hidden" : "note" },
    ...(transfer.dispatchedAt
      ? [
          { key: "dispatched", header: t("dispatched"), cell: ({ dispatched, unit }: TransferLineView) => named(t("dispatched"), figure(dispatched, unit)), numeric: true, phone: "below" as const },
          { key: "received", header: t("received"), cell: ({ received, unit }: TransferLineView) => named(t("received"), figure(received, unit)), numeric: true, phone: step ? ("hidden" as const) : ("value" as const) },
          { key: "inTransit", header: tStock("inTransit"), cell: ({ inTransit, unit }: TransferLineView) => named(tStock("inTransit"), figure(inTransit, unit)), numeric: true, phone: "note" as const },
          { key: "missing", header: t("missing"), cell: ({ missing, unit }: TransferLineView) => <span className="text-negative">{named(t("missing"), figure(missing, unit))}</span>, numeric: true, phone: "corner" as const },
        ]
      : []),
    ...(step
      ? [{
          key: "now", header: t(step === "dispatch" ? "sendNow" : "comesNow"), numeric: true, phone: "value" as const,
          cell: (line: TransferLineView) => {
            const i = transfer.lines.indexOf(line);
            return <div className="ml-auto w-28"><DecimalInput name={`lines.${i}.quantity`} label={tStock("grid.quantityOf", { name: line.name })} labelHidden format={format} maxFraction={isFractional(line.unit) ? 3 : 0} value={now[line.productId] ?? null} onValue={(value) => setNow({ ...now, [line.productId]: value })} autoFocus={i === 0} error={errors[`lines.${i}.quantity`]} /></div>;
          },
        }]
      : []),
  ];
  return (
    <div className="flex flex-col gap-5">
      {told ? <Banner tone="negative" live>{told}</Banner> : null}
      <DataTable caption={tStock("columns.lines")} rows={transfer.lines} rowKey={({ productId }) => productId} columns={columns} />
      {step === "receive" ? <Checkbox name="close" label={t("close")} hint={t("closeHint")} checked={close} onChange={(event) => setClose(event.target.checked)} /> : null}
      {step ? (
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" kbd="Ctrl ↵" aria-busy={pending || undefined} onClick={() => go(step)}>{t(step)}</Button>
          {step === "dispatch" ? <Button tone="quiet" onClick={() => go("cancel")}>{t("cancel")}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}
