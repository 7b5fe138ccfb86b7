"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatNumber } from "@/kernel/format.ts";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { TextInput } from "@/ui/text-input.tsx";
import { openBatchAction } from "../actions.ts";
import type { LabelCandidate } from "../queries/list-candidates.ts";
import { formatOf } from "../rules/formats.ts";
import type { LabelLayout } from "../rules/label-layout.ts";
import { pagesFor } from "../rules/place-labels.ts";
import { MOST_COPIES, MOST_LABELS } from "../schema.ts";
import { ChoiceFields, type ChoiceFieldsProps } from "./choice-fields.tsx";
import { FieldGroup } from "./field-group.tsx";
import { LabelFields } from "./label-fields.tsx";
import { LabelPicture } from "./label-picture.tsx";
import { LabelTable } from "./label-table.tsx";
import { usePreview } from "./use-preview.ts";

interface LabelComposerProps extends ChoiceFieldsProps {
  tenantSlug: string;
  /** Of the list: the base has the shop's own id. */
  listId: string;
  /** The first products of the choice. */
  items: readonly LabelCandidate[];
  total: number;
  start: LabelLayout;
}

const copiesFrom = (text: string): number => Math.min(MOST_COPIES, Math.max(0, Math.trunc(Number(text)) || 0));

/** Which products, on which paper, how many of each: the first label stands beside it as it will be printed. */
export function LabelComposer({ tenantSlug, listId, items, total, start, ...choice }: LabelComposerProps) {
  const t = useTranslations("labels");
  const router = useRouter();
  const [layout, setLayout] = useState(start);
  const [copies, setCopies] = useState(1);
  const [copiesOf, setCopiesOf] = useState<Readonly<Record<string, number>>>({});
  // The same question asked twice is one batch; another question is another one.
  const [asked, setAsked] = useState({ question: "", id: "" });
  const { save, pending, whole } = useSave();
  const shown = items.reduce((sum, item) => sum + (copiesOf[item.id] ?? copies), 0);
  const labels = shown + (total - items.length) * copies;
  const first = items.find((item) => (copiesOf[item.id] ?? copies) > 0) ?? items[0];
  const preview = usePreview(tenantSlug, first === undefined ? null : { listId, productId: first.id, layout });
  const ready = labels > 0 && labels <= MOST_LABELS && choice.address.choice !== null;
  const make = (): void => {
    if (!ready || pending) return;
    const named = Object.fromEntries(items.filter((item) => copiesOf[item.id] !== undefined).map((item) => [item.id, copiesOf[item.id]]));
    const wanted = { listId, choice: choice.address.choice, layout, copies, copiesOf: named };
    const question = JSON.stringify(wanted);
    const id = asked.question === question ? asked.id : newId();
    setAsked({ question, id });
    save(() => openBatchAction(tenantSlug, { ...wanted, id }), (made) => {
      setAsked({ question: "", id: "" });
      router.push(`/labels/batches/${made.id}`);
    });
  };
  useKeys([{ keys: "ctrl+enter", label: t("make", { count: labels }), run: make, whileTyping: true }]);
  const pages = pagesFor(formatOf(layout.format), layout.start, labels);
  return (
    <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[24rem_minmax(0,1fr)]">
      <form noValidate className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); make(); }}>
        <FieldGroup title={t("products")}>
          <ChoiceFields {...choice} />
          <TextInput name="copies" label={t("copies")} type="number" min={0} max={MOST_COPIES} value={copies} onChange={(event) => setCopies(copiesFrom(event.target.value))} />
        </FieldGroup>
        <LabelFields layout={layout} onLayout={setLayout} />
        <div className="sticky bottom-0 flex flex-col gap-2 border-t border-line bg-paper py-3 max-sm:bottom-14">
          {whole ? <Banner tone="negative" live>{whole}</Banner> : null}
          <p role="status" className="num text-sm text-ink-2">{labels > MOST_LABELS ? t("tooMany", { most: formatNumber(String(MOST_LABELS), choice.format) }) : t(formatOf(layout.format).medium === "roll" ? "onRoll" : "onSheets", { labels: formatNumber(String(labels), choice.format), count: pages })}</p>
          <Button type="submit" tone="primary" block kbd="Ctrl ↵" aria-disabled={!ready || undefined} aria-busy={pending || undefined}>{t("make", { count: labels })}</Button>
        </div>
      </form>
      <section aria-labelledby="to-print" className="flex min-w-0 flex-col gap-4">
        <h2 id="to-print" className="wide text-md font-semibold">{t("toPrint")}</h2>
        {preview && first ? <LabelPicture preview={preview} label={t("preview", { name: first.name })} /> : null}
        {items.length === 0 ? <p className="text-ink-2">{choice.address.choice === null ? t("chooseCategoryFirst") : t(`none.${choice.address.kind}`)}</p> : <LabelTable items={items} copies={copies} copiesOf={copiesOf} format={choice.format} onCopies={(productId, text) => setCopiesOf({ ...copiesOf, [productId]: copiesFrom(text) })} />}
        {total > items.length ? <p className="text-ink-2">{t("more", { count: total - items.length })}</p> : null}
      </section>
    </div>
  );
}
