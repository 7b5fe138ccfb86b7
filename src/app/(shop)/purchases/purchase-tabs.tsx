import { getTranslations } from "next-intl/server";
import { countOpenDifferences } from "@/modules/purchases/queries/list-differences.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { TabLinks } from "@/ui/tab-links.tsx";

type Page = "bills" | "orders" | "receipts" | "differences" | "returns" | "creditNotes";

const PAGES: readonly { page: Page; href: string }[] = [
  { page: "bills", href: "/purchases" }, { page: "orders", href: "/purchases/orders" }, { page: "receipts", href: "/purchases/receipts" },
  { page: "differences", href: "/purchases/differences" }, { page: "returns", href: "/purchases/returns" }, { page: "creditNotes", href: "/purchases/credit-notes" },
];

/** The pages of purchases, the same row of tabs on each; differences with how many wait. */
export async function PurchaseTabs({ ctx, current }: { ctx: Context; current: Page }) {
  const [t, open] = await Promise.all([getTranslations("ordering.tabs"), countOpenDifferences(ctx)]);
  return <TabLinks label={t("label")} items={PAGES.map(({ page, href }) => ({ href, label: t(page), current: page === current, ...(page === "differences" && open > 0 ? { count: String(open) } : {}) }))} />;
}
