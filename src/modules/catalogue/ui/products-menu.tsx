import { CopyCheck, Ellipsis, FileSpreadsheet, FolderTree, Plus, Tags } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { Menu } from "@/ui/menu.tsx";

/** What begins on the list: categories, an import, a new product; and the keys for it. A phone has room for the last alone. */
export async function ProductsMenu({ may }: { may: { write: boolean; import: boolean; print: boolean } }) {
  const t = await getTranslations("products");
  const categories = { label: t("categories.title"), href: "/products/categories" };
  const duplicates = { label: t("merge.title"), href: "/products/duplicates" };
  const list = { label: t("importList"), href: "/products/import" };
  const labels = { label: t("labels"), href: "/labels" };
  return (
    <>
      <span className="contents max-sm:hidden">
        <LinkButton href={categories.href} tone="quiet" icon={<FolderTree aria-hidden size={16} />}>{categories.label}</LinkButton>
        {may.print ? <LinkButton href={labels.href} tone="quiet" icon={<Tags aria-hidden size={16} />}>{labels.label}</LinkButton> : null}
        {may.write ? <LinkButton href={duplicates.href} tone="quiet" icon={<CopyCheck aria-hidden size={16} />}>{duplicates.label}</LinkButton> : null}
        {may.import ? <LinkButton href={list.href} kbd="I" icon={<FileSpreadsheet aria-hidden size={16} />}>{list.label}</LinkButton> : null}
      </span>
      {may.write ? <LinkButton href="/products/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null}
      <span className="sm:hidden">
        <Menu label={t("actions.label")} trigger={<Ellipsis aria-hidden size={18} />} iconOnly items={[...(may.import ? [list] : []), ...(may.print ? [labels] : []), categories, ...(may.write ? [duplicates] : [])]} />
      </span>
      <Shortcuts
        items={[
          { keys: "/", label: t("search"), focusId: "q" },
          { keys: "f", label: t("columns.category"), focusId: "category" },
          ...(may.import ? [{ keys: "i", label: list.label, href: list.href }] : []),
          ...(may.write ? [{ keys: "n", label: t("new"), href: "/products/new" }] : []),
        ]}
      />
    </>
  );
}
