"use client";

import { Archive, ArchiveRestore, Percent, Tags } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useTransition } from "react";
import { Button } from "@/ui/button.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeProductsAction } from "../actions.ts";
import type { ChangeProductsInput } from "../schema.ts";
import { reach } from "@/modules/tenancy/ui/reach.ts";
import { useProblemText } from "@/modules/tenancy/ui/use-problem-text.ts";

interface BulkBarProps {
  tenantSlug: string;
  /** Whether the list shows archived products: then they are restored. */
  archived: boolean;
  /** Whether they are drafts: then restoring is accepting. */
  drafts: boolean;
  categories: readonly SelectOption[];
  /** Whether labels can be printed of what is ticked. */
  mayPrint: boolean;
  /** Whether their prices can be changed together. */
  mayPrice: boolean;
  /** Changes when the rows do. */
  rowsKey: string;
}

const boxes = (): HTMLInputElement[] => Array.from(document.querySelectorAll<HTMLInputElement>("input[data-row-check]"));
const allBox = (): HTMLInputElement | null => document.querySelector("input[data-check-all]");

/** What can be done with the ticked rows; comes up from below when there are any. `x` ticks the row that has the focus. */
export function BulkBar({ tenantSlug, archived, drafts, categories, mayPrint, mayPrice, rowsKey }: BulkBarProps) {
  const t = useTranslations("products.bulk");
  const problemText = useProblemText();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [ids, setIds] = useState<readonly string[]>([]);

  const read = useCallback((): void => {
    const ticked = boxes().filter((box) => box.checked);
    const all = allBox();
    if (all) [all.checked, all.indeterminate] = [ticked.length > 0 && ticked.length === boxes().length, ticked.length > 0 && ticked.length < boxes().length];
    setIds(ticked.map((box) => box.value));
  }, []);
  const clear = useCallback((): void => {
    for (const box of boxes()) box.checked = false;
    read();
  }, [read]);

  useEffect(() => {
    const onChange = ({ target }: Event): void => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target === allBox()) for (const box of boxes()) box.checked = target.checked;
      if (target === allBox() || "rowCheck" in target.dataset) read();
    };
    document.addEventListener("change", onChange);
    return () => document.removeEventListener("change", onChange);
  }, [read]);
  useEffect(read, [read, rowsKey]);
  useKeys([
    { keys: "x", label: t("tick"), run: () => document.activeElement?.closest("tr")?.querySelector<HTMLElement>("input[data-row-check]")?.click() },
    ...(ids.length > 0 ? [{ keys: "escape", label: t("clear"), run: clear }] : []),
  ]);

  const change = async (what: Omit<ChangeProductsInput, "ids">, chosen: readonly string[]): Promise<readonly string[]> => {
    const result = await reach(() => changeProductsAction(tenantSlug, { ids: chosen, ...what }));
    if (!result.ok) throw new Error(problemText(result));
    router.refresh();
    return result.value.changed;
  };
  const act = (what: Omit<ChangeProductsInput, "ids">, words: (count: number) => string): void => {
    if (pending) return;
    start(async () => {
      try {
        const changed = await change(what, ids);
        clear();
        const undo = what.isActive === undefined || changed.length === 0 || drafts ? undefined : async () => void (await change({ isActive: !what.isActive }, changed));
        showToast({ message: words(changed.length), undo });
      } catch (error) {
        showToast({ message: (error as Error).message, tone: "negative" });
      }
    });
  };

  if (ids.length === 0) return null;
  return (
    <div role="region" aria-label={t("title")} className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t-2 border-ink bg-surface px-4 py-2.5 sm:-mx-6 sm:px-6">
      <strong className="num" role="status">{t("count", { count: ids.length })}</strong>
      <Button size="sm" icon={archived ? <ArchiveRestore aria-hidden size={16} /> : <Archive aria-hidden size={16} />} aria-busy={pending || undefined} onClick={() => act({ isActive: archived }, (count) => t(drafts ? "accepted" : archived ? "restored" : "archived", { count }))}>
        {t(drafts ? "accept" : archived ? "restore" : "archive")}
      </Button>
      {categories.length > 0 ? (
        <div className="w-52">
          <Select label={t("move")} labelHidden name="bulk-category" value="" placeholder={t("move")} options={categories} onChange={(event) => act({ categoryId: event.target.value }, (count) => t("moved", { count }))} />
        </div>
      ) : null}
      {mayPrice && !archived ? <LinkButton size="sm" href={`/prices?products=${ids.join(".")}`} icon={<Percent aria-hidden size={16} />}>{t("prices")}</LinkButton> : null}
      {mayPrint && !archived ? <LinkButton size="sm" href={`/labels?products=${ids.join(".")}`} icon={<Tags aria-hidden size={16} />}>{t("labels")}</LinkButton> : null}
      {ids.length === 2 && !archived ? <LinkButton size="sm" href={`/products/duplicates/compare?a=${ids[0]}&b=${ids[1]}`}>{t("compare")}</LinkButton> : null}
      <Button tone="quiet" size="sm" kbd="Esc" onClick={clear}>{t("clear")}</Button>
    </div>
  );
}
