import { FileSpreadsheet, FolderTree, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";

/** What begins on the list: categories, an import, a new product; and the keys for it. */
export async function ProductsMenu({ may }: { may: { write: boolean; import: boolean } }) {
  const t = await getTranslations("products");
  return (
    <>
      <LinkButton href="/products/categories" tone="quiet" icon={<FolderTree aria-hidden size={16} />}>{t("categories.title")}</LinkButton>
      {may.import ? <LinkButton href="/products/import" kbd="I" icon={<FileSpreadsheet aria-hidden size={16} />}>{t("importList")}</LinkButton> : null}
      {may.write ? <LinkButton href="/products/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null}
      <Shortcuts
        items={[
          { keys: "/", label: t("search"), focusId: "q" },
          { keys: "f", label: t("columns.category"), focusId: "category" },
          ...(may.import ? [{ keys: "i", label: t("importList"), href: "/products/import" }] : []),
          ...(may.write ? [{ keys: "n", label: t("new"), href: "/products/new" }] : []),
        ]}
      />
    </>
  );
}
