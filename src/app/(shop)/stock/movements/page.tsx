import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatQuantity } from "@/kernel/format.ts";
import { dayIn, isDay } from "@/kernel/day.ts";
import { big, fix } from "@/kernel/decimal.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listBalances } from "@/modules/stock/queries/list-balances.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { loadStockProducts } from "@/modules/stock/queries/load-stock-products.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { listMovementsSchema } from "@/modules/stock/schema.ts";
import { MovementFilter } from "@/modules/stock/ui/movement-filter.tsx";
import { MovementTable } from "@/modules/stock/ui/movement-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
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
  // Of a day gone by, what was there at its end, and of an instant what was there then: that is the number that these movements made.
  const { to } = given;
  const until = to !== undefined && (!isDay(to) || to < dayIn(ctx.now, shop.timeZone)) ? to : undefined;
  const levels = productId === undefined ? [] : (await (until === undefined ? listLevels(ctx, { productId, locationId, limit: 1 }) : listBalances(ctx, { productId, locationId, asOf: until, limit: 1 }))).items;
  const onHand = fix(levels.reduce((sum, level) => sum.plus(level.onHand), big("0")), 3);
  const isNarrowed = ["locationId", "type", "from", "to"].some((key) => key in given);
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
            {t.rich(until ? (place ? "wasAt" : "was") : place ? "whyAt" : "why", { date: until === undefined ? "" : isDay(until) ? formatDate(until, format) : formatDateTime(until, format), quantity: formatQuantity(onHand, product.unit, format), place: place ?? "", b: (chunks) => <strong className="num">{chunks}</strong> })}
          </p>
        ) : null}
        <MovementFilter asked={given} locations={locations} />
        {page.items.length === 0 && isNarrowed ? (
          <EmptyState title={t("noneSuch")}><LinkButton href={productId === undefined ? "/stock/movements" : movementsHref(productId)}>{t("allMovements")}</LinkButton></EmptyState>
        ) : (
          <MovementTable movements={page.items} locations={locations} products={product ?? products} format={format} />
        )}
        <Pager nextHref={page.nextCursor === null ? undefined : `/stock/movements?${new URLSearchParams({ ...given, cursor: page.nextCursor })}`} />
      </PageBody>
    </>
  );
}
