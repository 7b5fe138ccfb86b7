import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { dayIn } from "@/kernel/day.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listPurchases } from "@/modules/purchases/queries/list-purchases.ts";
import { DUE_WHEN, sumDues } from "@/modules/purchases/rules/group-dues.ts";
import { DueCalendar } from "@/modules/purchases/ui/due-calendar.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

/** A small shop owes some dozens; what lies beyond is said. */
const MOST = 500;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("purchases.calendar"))("title") };
}

export default async function PaymentCalendarPage() {
  const ctx = await enterPage("purchase.read");
  const [shop, listed, t] = await Promise.all([getShop(ctx), listPurchases(ctx, { status: "due", limit: MOST }), getTranslations("purchases")]);
  const { items, nextCursor } = listed.ok ? listed.value : { items: [], nextCursor: null };
  const [format, today] = [formatStyleOf(shop), dayIn(ctx.now, shop.timeZone)];
  const sums = sumDues(items, today);
  return (
    <ClientMessages namespaces={["purchases"]}>
      <PageHeader title={t("calendar.title")} back={{ href: "/purchases", label: t("title") }} />
      <PageBody width="wide">
        {items.length === 0 ? <EmptyState title={t("nothingDue")} /> : (
          <>
            <DescriptionList items={DUE_WHEN.map((when) => ({ term: t(`calendar.when.${when}`), detail: <span className={when === "overdue" && sums.overdue !== "0.00" ? "num text-negative" : "num"}>{formatMoney(sums[when], format)}</span> }))} />
            {nextCursor === null ? null : <p className="text-ink-2">{t("calendar.more", { count: MOST })}</p>}
            <DueCalendar tenantSlug={ctx.tenant.slug} format={format} bills={items} today={today} mayPay={ctx.permissions.has("purchase.pay")} />
          </>
        )}
      </PageBody>
    </ClientMessages>
  );
}
