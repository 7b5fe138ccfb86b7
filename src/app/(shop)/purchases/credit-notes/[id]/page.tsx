import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { big, trimZeros } from "@/kernel/decimal.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { cancelCreditNoteAction } from "@/modules/purchases/actions.ts";
import { getCreditNote } from "@/modules/purchases/queries/get-credit-note.ts";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

interface CreditNotePageProps {
  params: Promise<{ id: string }>;
}

const loadNote = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const known = isUuid(id) ? await getCreditNote(ctx.db, id) : null;
  return { ctx, note: known?.view ?? notFound() };
});

export async function generateMetadata({ params }: CreditNotePageProps): Promise<Metadata> {
  const { note } = await loadNote((await params).id);
  return { title: (await getTranslations("receiving"))("note.title", { number: note.number }) };
}

export default async function CreditNotePage({ params }: CreditNotePageProps) {
  const { ctx, note } = await loadNote((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("receiving")]);
  const format = formatStyleOf(shop);
  return (
    <ClientMessages namespaces={["receiving"]}>
      <PageHeader
        title={`${note.supplierName} · ${note.number}`}
        back={{ href: "/purchases/credit-notes", label: t("notes.title") }}
        actions={
          <>
            <Badge tone={note.status === "posted" ? "positive" : undefined}>{t(`notes.states.${note.status}`)}</Badge>
            {note.status === "posted" && ctx.permissions.has("purchase.write") ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={note.id} action={cancelCreditNoteAction} words={{ open: t("note.cancel"), title: t("note.cancelTitle", { number: note.number }), text: t("note.cancelText"), reason: t("receipt.reason"), confirm: t("receipt.confirm"), keep: t("receipt.keep"), done: t("note.done") }} /> : null}
          </>
        }
      />
      <PageBody>
        <div className="flex flex-col gap-8">
          {note.cancelReason ? <Banner tone="warning">{`${t("notes.states.cancelled")}: ${note.cancelReason}`}</Banner> : null}
          <DescriptionList items={[
            { term: t("columns.supplier"), detail: ctx.permissions.has("supplier.read") ? <TextLink href={`/suppliers/${note.supplierId}`}>{note.supplierName}</TextLink> : note.supplierName },
            { term: t("notes.date"), detail: formatDate(note.date, format) },
            { term: t("note.by"), detail: `${note.memberName}, ${formatDateTime(note.postedAt, format)}` },
            ...(note.returnId ? [{ term: t("notes.return"), detail: <TextLink href={`/purchases/returns/${note.returnId}`}>{t("return.title", { number: note.returnNumber ?? "" })}</TextLink> }] : []),
            ...(note.notes ? [{ term: t("form.notes"), detail: note.notes }] : []),
          ]} />
          <DescriptionList items={[
            { term: t("notes.net"), detail: formatMoney(note.net, format) },
            ...note.taxes.map(({ taxRate, tax }) => ({ term: t("note.vat", { rate: formatNumber(trimZeros(taxRate), format) }), detail: formatMoney(tax, format) })),
            { term: t("notes.total"), detail: <strong className="font-semibold">{formatMoney(note.total, format)}</strong> },
            ...note.allocations.map(({ purchaseId, number, amount }) => ({ term: t("note.paid", { number }), detail: <TextLink href={`/purchases/${purchaseId}`}>{formatMoney(amount, format)}</TextLink> })),
            ...(big(note.unallocated).gt(0) ? [{ term: t("note.unallocated"), detail: formatMoney(note.unallocated, format) }] : []),
          ]} />
          <RecordHistory ctx={ctx} entity="credit_note" entityId={note.id} format={format} />
        </div>
      </PageBody>
    </ClientMessages>
  );
}
