import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/ui/tab-links.tsx";

/** The pages of stock, the same row of tabs on each. */
export async function StockTabs({ current, mayPlace, seesCost }: { mayPlace: boolean; seesCost: boolean; current: "shelf" | "movements" | "adjustments" | "transfers" | "counts" | "shrinkage" | "valuation" | "lostDemand" | "locations" }) {
  const t = await getTranslations("stock");
  return (
    <TabLinks
      label={t("pages")}
      items={[
        { href: "/stock", label: t("tabs.shelf"), current: current === "shelf" },
        { href: "/stock/movements", label: t("tabs.movements"), current: current === "movements" },
        { href: "/stock/adjustments", label: t("tabs.adjustments"), current: current === "adjustments" },
        { href: "/stock/transfers", label: t("tabs.transfers"), current: current === "transfers" },
        { href: "/stock/counts", label: t("tabs.counts"), current: current === "counts" },
        { href: "/stock/lost-demand", label: t("tabs.lostDemand"), current: current === "lostDemand" },
        ...(seesCost
          ? [
              { href: "/stock/shrinkage", label: t("tabs.shrinkage"), current: current === "shrinkage" },
              { href: "/stock/valuation", label: t("tabs.valuation"), current: current === "valuation" },
            ]
          : []),
        ...(mayPlace ? [{ href: "/stock/locations", label: t("tabs.locations"), current: current === "locations" }] : []),
      ]}
    />
  );
}
