import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { NewGoodsPage } from "../../new-goods-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.write");
  return { title: (await getTranslations("receiving"))("returns.new") };
}

export default async function NewReturnPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <NewGoodsPage ctx={await enterPage("purchase.write")} kind="returns" searchParams={searchParams} />;
}
