import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/ui/tab-links.tsx";

/** The pages of labels, the same row of tabs on each. */
export async function LabelTabs({ current }: { current: "print" | "history" | "calibration" }) {
  const t = await getTranslations("labels");
  return (
    <TabLinks
      label={t("pages")}
      items={[
        { href: "/labels", label: t("tabs.print"), current: current === "print" },
        { href: "/labels/batches", label: t("tabs.history"), current: current === "history" },
        { href: "/labels/calibration", label: t("tabs.calibration"), current: current === "calibration" },
      ]}
    />
  );
}
