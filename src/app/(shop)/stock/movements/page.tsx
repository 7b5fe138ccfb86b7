import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { big, fix } from "@/kernel/decimal.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { loadStockProducts } from "@/modules/stock/queries/load-stock-products.ts";
import { listMovementsSchema } from "@/modules/stock/schema.ts";
import { MovementFilter } from "@/modules/stock/ui/movement-filter.tsx";
import { MovementTable } from "@/modules/stock/ui/movement-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { StockTabs } from "../stock-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("title") };
}

export default async function MovementsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const given = Object.fromEntries(Object.entries(await searchParams).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""));
  const asked = listMovementsSchema.safeParse(given);
  if (!asked.success) redirect("/stock/movements");
  const { productId, locationId } = asked.data;
  const [shop, locations, page, t] = await Promise.all([getShop(ctx), listLocations(ctx), listMovements(ctx, asked.data), getTranslations("stock")]);
  const products = await loadStockProducts(ctx.db, [...page.items.map((movement) => movement.productId), ...(productId ? [productId] : [])]);
  const product = productId === undefined ? undefined : products.get(productId);
  if (productId !== undefined && product === undefined) redirect("/stock/movements");
  const format = formatStyleOf(shop);
  const levels = productId === undefined ? [] : (await listLevels(ctx, { productId, locationId, limit: 1 })).items;
  const onHand = fix(levels.reduce((sum, level) => sum.plus(level.onHand), big("0")), 3);
  const place = locations.find(({ id }) => id === locationId)?.name;
  return (
    <>
      <PageHeader
        title={product ? product.name : t("title")}
        {...(product ? { back: { href: "/stock", label: t("page") }, actions: <LinkButton href={`/products/${product.id}`} tone="quiet">{t("openProduct")}</LinkButton> } : {})}
      >
        {product ? null : <StockTabs current="movements" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} />}
      </PageHeader>
      <PageBody>
        {product ? (
          <p className="text-md" data-testid="why">
            {t.rich(place ? "whyAt" : "why", { quantity: formatQuantity(onHand, product.unit, format), place: place ?? "", b: (chunks) => <strong className="num">{chunks}</strong> })}
          </p>
        ) : null}
        <MovementFilter asked={given} locations={locations} />
        <MovementTable movements={page.items} locations={locations} products={product ?? products} format={format} />
        <Pager nextHref={page.nextCursor === null ? undefined : `/stock/movements?${new URLSearchParams({ ...given, cursor: page.nextCursor })}`} />
      </PageBody>
    </>
  );
}
