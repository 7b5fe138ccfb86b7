import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import type { ListAddress } from "../rules/list-address.ts";

/** No rows: either nothing matches the words, or a view such as "without a price" is all done. */
export async function NothingFound({ address, mayWrite }: { address: ListAddress; mayWrite: boolean }) {
  const t = await getTranslations("products");
  const q = address.q.trim();
  const narrowed = address.categoryId ?? address.supplierId ?? address.brand ?? address.only;
  if (q === "" && narrowed === null) return <EmptyState title={t(`none.${address.view}`)} />;
  const create = /^\d{8,14}$/.test(q) ? `/products/new?code=${q}` : `/products/new?name=${encodeURIComponent(q)}`;
  return (
    <EmptyState title={q === "" ? t("nothingHere") : t("nothing", { query: q })}>
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/products">{t("clear")}</LinkButton>
        {q !== "" && mayWrite ? <LinkButton href={create} tone="primary">{t("createIt", { query: q })}</LinkButton> : null}
      </div>
    </EmptyState>
  );
}
