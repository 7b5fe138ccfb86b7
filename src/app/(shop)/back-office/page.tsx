import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addDays, dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { firstSteps } from "@/modules/insights/queries/first-steps.ts";
import { getFigures } from "@/modules/insights/queries/get-figures.ts";
import { FiguresOfDay } from "@/modules/insights/ui/figures-of-day.tsx";
import { StepsLeft } from "@/modules/insights/ui/steps-left.tsx";
import { TopProducts } from "@/modules/insights/ui/top-products.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("report.read");
  const t = await getTranslations("home");
  return { title: t("title") };
}

export default async function HomePage() {
  const ctx = await enterPage("report.read");
  const shop = await getShop(ctx);
  const today = dayIn(ctx.now, shop.timeZone);
  // The same weekday of last week: a Saturday is no Friday, so yesterday says little.
  const before = addDays(today, -7);
  const [now, then, t, steps] = await Promise.all([
    getFigures(ctx, { from: today, to: today }), getFigures(ctx, { from: before, to: before }), getTranslations("home"),
    // What is to be set up is the business of those who may.
    ctx.permissions.has("settings.write") ? firstSteps(ctx) : null,
  ]);
  const style = formatStyleOf(shop);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody width="wide">
        {steps ? <StepsLeft done={steps} /> : null}
        <FiguresOfDay now={now} then={then} format={style} />
        <TopProducts products={now.topProducts} format={style} />
      </PageBody>
    </>
  );
}
