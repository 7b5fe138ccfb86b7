import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listInvitations } from "@/modules/team/queries/list-invitations.ts";
import { listMembers } from "@/modules/team/queries/list-members.ts";
import { InvitationTable } from "@/modules/team/ui/invitation-table.tsx";
import { requiresSecondFactor } from "@/modules/team/queries/requires-second-factor.ts";
import { listTills } from "@/modules/team/queries/list-tills.ts";
import { TillTable } from "@/modules/team/ui/till-table.tsx";
import { SecondFactorPolicy } from "@/modules/team/ui/second-factor-policy.tsx";
import { MemberTable } from "@/modules/team/ui/member-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { DoneBanner } from "./done-banner.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("member.read");
  return { title: (await getTranslations("team"))("title") };
}

export default async function TeamPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("member.read");
  const mayWrite = ctx.permissions.has("member.write");
  const { done, cursor } = await searchParams;
  const mayShare = ctx.permissions.has("till.share");
  const [shop, members, invitations, tills, t] = await Promise.all([
    getShop(ctx),
    listMembers(ctx, { limit: 100, cursor: typeof cursor === "string" && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : undefined }),
    mayWrite ? listInvitations(ctx, { limit: 100, openOnly: true }) : { items: [] },
    mayShare ? listTills(ctx) : [],
    getTranslations("team"),
  ]);
  const format = formatStyleOf(shop);
  const actions = (
    <>
      {mayWrite ? <LinkButton href="/team/roles">{t("rolesLink")}</LinkButton> : null}
      {mayWrite ? <LinkButton href="/team/invite" tone="primary" kbd="N">{t("invitePerson")}</LinkButton> : null}
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={actions} />
      {mayWrite ? <Shortcuts items={[{ keys: "n", label: t("invitePerson"), href: "/team/invite" }]} /> : null}
      <PageBody width="wide">
        <DoneBanner done={done} />
        <MemberTable members={members.items} ownId={ctx.member.id} format={format} />
        {members.nextCursor === null ? null : <Pager nextHref={`/team?cursor=${members.nextCursor}`} />}
        {ctx.member.role === "OWNER" ? <SecondFactorPolicy shop={ctx.tenant.slug} required={await requiresSecondFactor(ctx)} /> : null}
        {mayShare ? <TillTable shop={ctx.tenant.slug} tills={tills} format={format} /> : null}
        {invitations.items.length === 0 ? null : (
          <section className="flex flex-col gap-2">
            <h2 className="text-base font-semibold">{t("pending")}</h2>
            <InvitationTable invitations={invitations.items} format={format} />
          </section>
        )}
      </PageBody>
    </>
  );
}
