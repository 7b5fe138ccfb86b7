import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/ui/tab-links.tsx";
import { listHref, VIEWS, type ListAddress } from "../rules/list-address.ts";

/** The questions that are asked of a catalogue every day, as tabs. */
export async function ProductViews({ address, archivedCount, draftCount }: { address: ListAddress; archivedCount: number; draftCount: number }) {
  const t = await getTranslations("products.views");
  const shown = VIEWS.filter((view) => view === address.view || (view === "archived" ? archivedCount > 0 : view !== "draft" || draftCount > 0));
  return <TabLinks label={t("label")} items={shown.map((view) => ({ href: listHref(address, { view }), label: t(view), current: view === address.view }))} />;
}
