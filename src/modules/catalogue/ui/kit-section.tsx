import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { TextLink } from "@/ui/text-link.tsx";
import type { KitView } from "../queries/get-kit.ts";
import { KitEditor } from "./kit-editor.tsx";

interface KitSectionProps {
  tenantSlug: string;
  productId: string;
  kit: KitView;
  format: FormatStyle;
  seesCost: boolean;
  mayWrite: boolean;
}

/** Folded on a product that is no kit; open on one that is. */
export async function KitSection({ mayWrite, ...props }: KitSectionProps) {
  const t = await getTranslations("products.kit");
  const { kit, productId, format } = props;
  if (!mayWrite && kit.pricing === null) return null;
  return (
    <details className="group border-t border-line pt-3" open={kit.pricing !== null || undefined}>
      <summary className="wide flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-sm text-md font-bold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={18} className="transition-transform duration-[90ms] group-open:rotate-90" />
        {t(kit.pricing === null ? "make" : "title")}
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        <p className="text-sm text-ink-2">{t("intro")}</p>
        {mayWrite ? (
          <KitEditor key={`${productId} ${kit.components.length}`} {...props} />
        ) : (
          <ul>{kit.components.map((part) => <li key={part.productId}><TextLink href={`/products/${part.productId}`}>{part.name}</TextLink> × <span className="num">{formatQuantity(part.quantity, part.unit, format)}</span></li>)}</ul>
        )}
      </div>
    </details>
  );
}
