import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { grantsOfMember } from "@/modules/team/queries/grants-of-member.ts";
import { listPermissionSets } from "@/modules/team/queries/list-permission-sets.ts";
import { MemberAccess } from "@/modules/team/ui/member-access.tsx";
import { MemberRights } from "@/modules/team/ui/member-rights.tsx";
import { RightsPreview } from "@/modules/team/ui/rights-preview.tsx";
import { standingName } from "@/modules/team/ui/standing-name.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { DoneBanner } from "../done-banner.tsx";
import { menuOf } from "../menu-of.ts";

interface MemberPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadMember = cache(async (id: string) => {
  const ctx = await enterPage("member.read");
  const found = await getMember(ctx, id);
  return { ctx, member: found.ok ? found.value : notFound() };
});

export async function generateMetadata({ params }: MemberPageProps): Promise<Metadata> {
  return { title: (await loadMember((await params).id)).member.name };
}

export default async function MemberPage({ params, searchParams }: MemberPageProps) {
  const { ctx, member } = await loadMember((await params).id);
  const [shop, sets, t] = await Promise.all([getShop(ctx), listPermissionSets(ctx), getTranslations("team")]);
  const format = formatStyleOf(shop);
  const grants = grantsOfMember(member, sets);
  const mayChange = ctx.permissions.has("member.write") && member.id !== ctx.member.id && member.role !== "OWNER" && member.active;
  return (
    <>
      <PageHeader title={member.name} back={{ href: "/team", label: t("title") }} actions={member.active ? null : <Badge tone="neutral">{t("inactive")}</Badge>} />
      <PageBody width="wide">
        <DoneBanner done={(await searchParams).done} />
        <p className="text-ink-2">{member.email} · {standingName(t, member)}</p>
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="flex flex-col gap-8">
            {mayChange ? <MemberRights shop={ctx.tenant.slug} member={member} sets={sets} format={format} /> : null}
            <MemberAccess shop={ctx.tenant} member={member} actor={{ id: ctx.member.id, role: ctx.member.role, mayWrite: ctx.permissions.has("member.write") }} />
          </div>
          <RightsPreview title={t("member.menu", { name: member.name })} grants={grants} menu={await menuOf(grants.permissions)} format={format} />
        </div>
        <RecordHistory ctx={ctx} entity="member" entityId={member.id} format={format} />
      </PageBody>
    </>
  );
}
