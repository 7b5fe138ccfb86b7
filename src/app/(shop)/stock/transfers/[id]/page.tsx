import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { getTransfer } from "@/modules/stock/queries/get-transfer.ts";
import { TransferSteps } from "@/modules/stock/ui/transfer-steps.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

const loadTransfer = cache(async (id: string) => {
  const ctx = await enterPage("stock.read");
  const known = isUuid(id) ? await getTransfer(ctx.db, id) : null;
  return { ctx, transfer: known?.view ?? notFound() };
});

interface TransferPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TransferPageProps): Promise<Metadata> {
  const { transfer } = await loadTransfer((await params).id);
  return { title: (await getTranslations("stock"))("transfer.title", { number: transfer.number }) };
}

export default async function TransferPage({ params }: TransferPageProps) {
  const { ctx, transfer } = await loadTransfer((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const deed = (at: string | null, name: string | null): string => (at === null ? "" : t("transfer.by", { at: formatDateTime(at, format), name: name ?? "" }));
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("transfer.title", { number: transfer.number })} back={{ href: "/stock/transfers", label: t("tabs.transfers") }} actions={<Badge tone={transfer.status === "in_transit" ? "warning" : transfer.status === "received" ? "positive" : "info"}>{t(`transfer.states.${transfer.status}`)}</Badge>} />
      <PageBody>
        <DescriptionList items={[
          { term: t("transfer.from"), detail: transfer.from },
          { term: t("transfer.to"), detail: transfer.to },
          { term: t("transfer.requested"), detail: deed(transfer.requestedAt, transfer.requestedBy) },
          ...(transfer.dispatchedAt ? [{ term: t("transfer.dispatched"), detail: deed(transfer.dispatchedAt, transfer.dispatchedBy) }] : []),
          ...(transfer.receivedAt ? [{ term: t("transfer.received"), detail: deed(transfer.receivedAt, transfer.receivedBy) }] : []),
          ...(transfer.notes ? [{ term: t("adjust.notes"), detail: transfer.notes }] : []),
        ]} />
        <TransferSteps key={`${transfer.status} ${transfer.lines.map(({ inTransit }) => inTransit).join()}`} tenantSlug={ctx.tenant.slug} format={format} transfer={transfer} mayMove={ctx.permissions.has("stock.transfer")} />
        <RecordHistory ctx={ctx} entity="transfer" entityId={transfer.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
