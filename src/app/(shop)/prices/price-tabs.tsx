import { getTranslations } from "next-intl/server";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { TabLinks } from "@/ui/tab-links.tsx";

/** The pages of prices, the same row of tabs on each. */
export async function PriceTabs({ current }: { current: "console" | "history" | "lists" }) {
  const { permissions } = await enterPage("price.change");
  const t = await getTranslations("prices");
  return (
    <TabLinks
      label={t("pages")}
      items={[
        { href: "/prices", label: t("console"), current: current === "console" },
        { href: "/prices/changes", label: t("history"), current: current === "history" },
        { href: "/prices/lists", label: t("lists"), current: current === "lists" },
        ...(permissions.has("label.print") ? [{ href: "/labels", label: t("labels"), current: false }] : []),
      ]}
    />
  );
}
