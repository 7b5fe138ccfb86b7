import { getTranslations } from "next-intl/server";
import { TextLink } from "@/ui/text-link.tsx";
import type { FamilyView } from "../queries/get-family.ts";

/** On a variant's page: its siblings in the order of their measures, and the way to all of them. */
export async function SiblingList({ family, productId }: { family: FamilyView; productId: string }) {
  const t = await getTranslations("products.variants");
  return (
    <nav aria-label={t("siblings", { name: family.name })} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 pb-6 text-sm">
      <TextLink href={`/products/variants/${family.id}`}>{family.name}</TextLink>
      {family.variants.map(({ id, variant, isActive }) => {
        const label = (variant?.values ?? []).map(({ value }) => value).join(" · ");
        if (id === productId) return <strong key={id} aria-current="page" className="border-b-2 border-ink">{label}</strong>;
        return <span key={id} className={isActive ? undefined : "line-through"}><TextLink href={`/products/${id}`}>{label}</TextLink></span>;
      })}
    </nav>
  );
}
