import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadCalibration } from "@/modules/labels/queries/load-calibration.ts";
import { MEDIA } from "@/modules/labels/rules/calibration.ts";
import { CalibrationForm } from "@/modules/labels/ui/calibration-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LabelTabs } from "../label-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("label.print");
  return { title: (await getTranslations("labels"))("calibration.title") };
}

export default async function LabelCalibrationPage() {
  const ctx = await enterPage("label.print");
  const [shop, t, ...calibrations] = await Promise.all([getShop(ctx), getTranslations("labels"), ...MEDIA.map((medium) => loadCalibration(ctx, medium))]);
  return (
    <ClientMessages namespaces={["labels"]}>
      <PageHeader title={t("title")}><LabelTabs current="calibration" /></PageHeader>
      <PageBody>
        <div className="flex max-w-[68ch] flex-col gap-1 text-ink-2">
          <p>{t("calibration.text")}</p>
          <p>{t("calibration.signs")}</p>
        </div>
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          {MEDIA.map((medium, i) => <CalibrationForm key={medium} tenantSlug={ctx.tenant.slug} medium={medium} calibration={calibrations[i]!} format={formatStyleOf(shop)} />)}
        </div>
      </PageBody>
    </ClientMessages>
  );
}
