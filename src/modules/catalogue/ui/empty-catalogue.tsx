import { FileSpreadsheet } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Door, Doors, EmptyState } from "@/ui/empty-state.tsx";
import { Kbd } from "@/ui/kbd.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { SampleDoor } from "./sample-door.tsx";

interface EmptyCatalogueProps {
  tenantSlug: string;
  mayWrite: boolean;
  mayImport: boolean;
  maySell: boolean;
}

/** The first visit: three doors. Whoever may not fill the catalogue is told that selling works all the same. */
export async function EmptyCatalogue({ tenantSlug, mayWrite, mayImport, maySell }: EmptyCatalogueProps) {
  const t = await getTranslations("products.empty");
  if (!mayWrite) {
    return (
      <EmptyState title={t("titleForOthers")} text={maySell ? undefined : t("wait")}>
        {maySell ? (
          <div className="flex flex-col items-start gap-4">
            <p className="text-md text-ink-2">{t.rich("sellAnyway", { key: () => <Kbd keys="Insert" />, strong: (words) => <strong className="text-ink">{words}</strong> })}</p>
            <LinkButton href="/pos" tone="primary" kbd="F2">{t("toCounter")}</LinkButton>
          </div>
        ) : null}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("title")} text={t("text")}>
      <div className="flex flex-col gap-6">
        <Doors>
          {mayImport ? (
            <Door title={t("import.title")} text={t("import.text")} lead>
              <LinkButton href="/products/import" tone="primary" kbd="I" icon={<FileSpreadsheet aria-hidden size={16} />}>{t("import.action")}</LinkButton>
            </Door>
          ) : null}
          <Door title={t("first.title")} text={t("first.text")} lead={!mayImport}>
            <LinkButton href="/products/new" tone={mayImport ? "secondary" : "primary"} kbd="N">{t("first.action")}</LinkButton>
          </Door>
          <Door title={t("sample.title")} text={t("sample.text")}>
            <SampleDoor tenantSlug={tenantSlug} />
          </Door>
        </Doors>
        <FirstSteps />
      </div>
      <Shortcuts
        items={[
          ...(mayImport ? [{ keys: "i", label: t("import.title"), href: "/products/import" }] : []),
          { keys: "n", label: t("first.title"), href: "/products/new" },
          { keys: "e", label: t("sample.title"), focusId: "sample-hardware-store" },
        ]}
      />
    </EmptyState>
  );
}
