import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { getShift } from "@/modules/sales/queries/shift-view.ts";
import { CloseTill } from "@/modules/sales/ui/close-till.tsx";
import { ShiftPaper } from "@/modules/sales/ui/shift-paper.tsx";
import { MoveCashDialog } from "@/modules/sales/ui/till-dialogs.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface ShiftPageProps {
  params: Promise<{ id: string }>;
}

const loadShift = cache(async (id: string) => {
  const ctx = await enterPage("shift.read");
  const shift = isUuid(id) ? await getShift(ctx.db, id, ctx.permissions.has("shift.expected")) : null;
  return { ctx, shift: shift ?? notFound() };
});

export async function generateMetadata({ params }: ShiftPageProps): Promise<Metadata> {
  const { shift } = await loadShift((await params).id);
  const t = await getTranslations("cash");
  return { title: shift.number === null ? t("x") : t("z", { number: String(shift.number) }) };
}

export default async function ShiftPage({ params }: ShiftPageProps) {
  const { ctx, shift } = await loadShift((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("cash")]);
  const format = formatStyleOf(shop);
  const mayWrite = shift.status === "open" && ctx.permissions.has("shift.write");
  return (
    <ClientMessages namespaces={["cash", "approval"]}>
      <PageHeader
        title={`${shift.number === null ? t("x") : t("z", { number: String(shift.number) })} · ${shift.registerName}`}
        back={{ href: "/cash", label: t("title") }}
        actions={
          mayWrite ? (
            <>
              <MoveCashDialog tenantSlug={ctx.tenant.slug} format={format} shiftId={shift.id} />
              <CloseTill tenantSlug={ctx.tenant.slug} format={format} shiftId={shift.id} registerName={shift.registerName} />
            </>
          ) : null
        }
      />
      <PageBody width="wide">
        <ShiftPaper shift={shift} format={format} />
        <RecordHistory ctx={ctx} entity="shift" entityId={shift.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
