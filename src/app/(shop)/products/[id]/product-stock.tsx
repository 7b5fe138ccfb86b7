import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { LevelTable } from "@/modules/stock/ui/level-table.tsx";
import { MovementTable } from "@/modules/stock/ui/movement-table.tsx";
import type { Context } from "@/modules/tenancy/context.ts";

interface ProductStockProps {
  ctx: Context;
  product: ProductView;
  format: FormatStyle;
}

/** Beside the product's data: where it lies and why. */
export async function ProductStock({ ctx, product, format }: ProductStockProps) {
  const [levels, locations, movements] = await Promise.all([listLevels(ctx, { productId: product.id, limit: 50 }), listLocations(ctx), listMovements(ctx, { productId: product.id, limit: 20 })]);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <LevelTable levels={levels.items} locations={locations} total={product.stock} unit={product.unit} format={format} />
      <MovementTable movements={movements.items} unit={product.unit} format={format} />
    </div>
  );
}
