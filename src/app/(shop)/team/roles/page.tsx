import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listPermissionSets, type PermissionSetView } from "@/modules/team/queries/list-permission-sets.ts";
import { setName } from "@/modules/team/ui/standing-name.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { DoneBanner } from "../done-banner.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("member.write");
  return { title: (await getTranslations("team.setEditor"))("title") };
}

export default async function RolesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("member.write");
  const [sets, t] = await Promise.all([listPermissionSets(ctx), getTranslations("team")]);
  const columns: Column<PermissionSetView>[] = [
    { key: "name", header: t("columns.name"), cell: (set) => setName(t, set) },
    { key: "members", header: t("title"), phone: "detail", cell: ({ members }) => t("setEditor.members", { count: members }) },
    { key: "kind", header: t("columns.state"), phone: "value", cell: ({ isReadyMade, isOwn }) => t(isReadyMade ? (isOwn ? "setEditor.changedHere" : "setEditor.readyMade") : "setEditor.own") },
  ];
  return (
    <>
      <PageHeader title={t("setEditor.title")} back={{ href: "/team", label: t("title") }} actions={<LinkButton href="/team/roles/new" tone="primary">{t("setEditor.new")}</LinkButton>} />
      <PageBody width="wide">
        <DoneBanner done={(await searchParams).done} />
        <DataTable caption={t("setEditor.title")} columns={columns} rows={sets} rowKey={({ key }) => key} rowHref={({ key }) => `/team/roles/${key}`} />
      </PageBody>
    </>
  );
}
