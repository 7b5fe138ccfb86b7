import { getTranslations } from "next-intl/server";
import { Door, Doors, EmptyState } from "@/ui/empty-state.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";

/** The first visit. Whoever may not fill the catalogue is told that selling works all the same. */
export async function EmptyCatalogue({ mayWrite }: { mayWrite: boolean }) {
  const t = await getTranslations("products.empty");
  if (!mayWrite) return <EmptyState title={t("title")} text={t("forOthers")} />;
  return (
    <EmptyState title={t("title")} text={t("text")}>
      <Doors>
        <Door title={t("first.title")} text={t("first.text")} lead>
          <LinkButton href="/products/new" tone="primary" kbd="N">{t("first.action")}</LinkButton>
        </Door>
      </Doors>
      <Shortcuts items={[{ keys: "n", label: t("first.action"), href: "/products/new" }]} />
    </EmptyState>
  );
}
