import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProvenForm } from "@/modules/identity/ui/proven-form.tsx";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { formatNumber } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { deletePermissionSetAction, savePermissionSetAction } from "@/modules/team/actions.ts";
import { listPermissionSets } from "@/modules/team/queries/list-permission-sets.ts";
import { RightsPreview } from "@/modules/team/ui/rights-preview.tsx";
import { SetFields } from "@/modules/team/ui/set-fields.tsx";
import { setName } from "@/modules/team/ui/standing-name.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { DoneBanner } from "../../done-banner.tsx";
import { menuOf } from "../../menu-of.ts";

interface RolePageProps {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadSet = cache(async (key: string) => {
  const ctx = await enterPage("member.write");
  return { ctx, set: (await listPermissionSets(ctx)).find((set) => set.key === key) ?? notFound() };
});

export async function generateMetadata({ params }: RolePageProps): Promise<Metadata> {
  return { title: setName(await getTranslations("team"), (await loadSet((await params).key)).set) };
}

export default async function RolePage({ params, searchParams }: RolePageProps) {
  const { ctx, set } = await loadSet((await params).key);
  const [shop, t, common] = await Promise.all([getShop(ctx), getTranslations("team"), getTranslations("common")]);
  const format = formatStyleOf(shop);
  const { maxDiscountPercent, maxRefund } = set.thresholds;
  const grants = { permissions: new Set(set.permissions), thresholds: set.thresholds };
  const form = { hidden: { shop: ctx.tenant.slug, key: set.key }, errorsTitle: common("formErrors") };
  return (
    <>
      <PageHeader title={setName(t, set)} count={t("setEditor.members", { count: set.members })} back={{ href: "/team/roles", label: t("setEditor.title") }} />
      <PageBody width="wide">
        <DoneBanner done={(await searchParams).done} />
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="flex max-w-[42rem] flex-col gap-8">
            <ProvenForm action={savePermissionSetAction} {...form}>
              <SetFields name={setName(t, set)} permissions={set.permissions} maxDiscountPercent={formatNumber(trimZeros(maxDiscountPercent), format)} maxRefund={maxRefund === null ? "" : formatNumber(trimZeros(maxRefund), format)} />
              <div><SubmitButton pendingLabel={t("setEditor.saving")}>{t("setEditor.save")}</SubmitButton></div>
            </ProvenForm>
            {set.isOwn ? (
              <ProvenForm action={deletePermissionSetAction} {...form}>
                <div><SubmitButton tone="danger" pendingLabel={t("invitation.working")}>{t(set.isReadyMade ? "setEditor.restore" : "setEditor.delete")}</SubmitButton></div>
              </ProvenForm>
            ) : null}
          </div>
          <RightsPreview title={t("setEditor.menu")} grants={grants} menu={await menuOf(grants.permissions)} format={format} />
        </div>
      </PageBody>
    </>
  );
}
