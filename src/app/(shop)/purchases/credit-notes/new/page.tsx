import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid, newId } from "@/kernel/id.ts";
import { getReturn } from "@/modules/purchases/queries/get-return.ts";
import { listDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { listReturns } from "@/modules/purchases/queries/list-returns.ts";
import { CreditNoteForm } from "@/modules/purchases/ui/credit-note-form.tsx";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

/** Offered to choose from; older ones are reached from their own page. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("receiving"))("notes.new") };
}

export default async function NewCreditNotePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.write");
  const { returnId, supplierId } = await searchParams;
  const [shop, suppliers, returns, claims, returned, t] = await Promise.all([
    getShop(ctx), listSupplierNames(ctx), listReturns(ctx, { status: "pending", limit: MOST }), listDifferences(ctx, { status: "claimed", limit: MOST }), isUuid(returnId) ? getReturn(ctx.db, returnId) : null, getTranslations("receiving"),
  ]);
  const pending = returned?.view.status === "pending" ? returned.view : null;
  const given = pending?.supplierId ?? (isUuid(supplierId) ? supplierId : "");
  const known = suppliers.some(({ id }) => id === given) ? given : "";
  return (
    <ClientMessages namespaces={["receiving"]}>
      <PageHeader title={t("notes.new")} back={{ href: "/purchases/credit-notes", label: t("notes.title") }} />
      <PageBody>
        <CreditNoteForm
          tenantSlug={ctx.tenant.slug}
          format={formatStyleOf(shop)}
          today={dayIn(ctx.now, shop.timeZone)}
          start={{ id: newId(), supplierId: known, returnId: pending?.id ?? "", net: pending?.value ?? null, taxRate: pending?.lines[0]?.taxRate ?? "21" }}
          suppliers={suppliers}
          returns={returns.items.map(({ id, supplierId: of, number, value }) => ({ id, supplierId: of, number, value }))}
          claims={claims.items.map(({ id, supplierId: of, name, amount }) => ({ id, supplierId: of, name, amount }))}
        />
      </PageBody>
    </ClientMessages>
  );
}
