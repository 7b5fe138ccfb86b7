"use client";

import { Archive, ArchiveRestore, Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Menu } from "@/ui/menu.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeProductsAction, deleteProductAction } from "../actions.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

interface ProductActionsProps {
  tenantSlug: string;
  id: string;
  name: string;
  isActive: boolean;
  isDraft: boolean;
  /** A product with movements or sales can only be archived. */
  hasHistory: boolean;
}

/** Further things to do with one product. Archiving acts at once and can be undone; deleting asks. */
export function ProductActions({ tenantSlug, id, name, isActive, isDraft, hasHistory }: ProductActionsProps) {
  const t = useTranslations("products.actions");
  const problemText = useProblemText();
  const router = useRouter();
  const [asking, setAsking] = useState(false);

  const setActive = async (next: boolean): Promise<void> => {
    const result = await reach(() => changeProductsAction(tenantSlug, { ids: [id], isActive: next }));
    if (!result.ok) throw new Error(problemText(result));
    router.refresh();
  };
  const toggle = async (): Promise<void> => {
    try {
      await setActive(!isActive);
      showToast({ message: t(isActive ? "archived" : "restored", { name }), undo: () => setActive(isActive) });
    } catch (error) {
      showToast({ message: (error as Error).message, tone: "negative" });
    }
  };
  const remove = async (): Promise<void> => {
    const result = await reach(() => deleteProductAction(tenantSlug, { id }));
    setAsking(false);
    if (!result.ok) return showToast({ message: problemText(result), tone: "negative" });
    showToast({ message: t(result.value.archived ? "archived" : "deleted", { name }) });
    router.push("/products");
  };
  return (
    <>
      <Menu
        label={t("label")}
        trigger={<Ellipsis aria-hidden size={18} />}
        iconOnly
        items={[
          { label: t("duplicate"), icon: <Copy aria-hidden size={16} />, href: `/products/new?from=${id}` },
          { label: t(isDraft ? "accept" : isActive ? "archive" : "restore"), icon: isActive ? <Archive aria-hidden size={16} /> : <ArchiveRestore aria-hidden size={16} />, onSelect: () => void toggle() },
          ...(hasHistory ? [] : [{ label: t("delete"), icon: <Trash2 aria-hidden size={16} />, danger: true, onSelect: () => setAsking(true) }]),
        ]}
      />
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} onConfirm={remove} title={t("deleteTitle", { name })} confirmLabel={t("deleteConfirm")}>
        <p>{t("deleteText")}</p>
      </ConfirmDialog>
    </>
  );
}
