import { getTranslations } from "next-intl/server";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { LevelTable } from "@/modules/stock/ui/level-table.tsx";
import { MovementTable } from "@/modules/stock/ui/movement-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { Context } from "@/modules/tenancy/context.ts";

interface ProductStockProps {
  ctx: Context;
  product: ProductView;
  format: FormatStyle;
}

/** Beside the product's data: where it lies and why. */
export async function ProductStock({ ctx, product, format }: ProductStockProps) {
  const [t, levels, locations, movements] = await Promise.all([getTranslations("stock"), listLevels(ctx, { productId: product.id, limit: 50 }), listLocations(ctx), listMovements(ctx, { productId: product.id, limit: 20 })]);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <LevelTable productId={product.id} levels={levels.items} locations={locations} total={product.stock} unit={product.unit} format={format} />
      <section className="flex flex-col gap-2">
        <h2 className="wide text-md font-bold">{t("title")}</h2>
        <MovementTable movements={movements.items} locations={locations} products={product} format={format} short />
        {movements.nextCursor === null ? null : <p><TextLink href={movementsHref(product.id)}>{t("allMovements")}</TextLink></p>}
      </section>
    </div>
  );
}
