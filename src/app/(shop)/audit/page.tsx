import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { listActors } from "@/modules/tenancy/queries/list-actors.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { AUDIT_NOUNS } from "@/modules/tenancy/rules/audit-nouns.ts";
import { auditQuery } from "@/modules/tenancy/schema.ts";
import { AuditTable } from "@/modules/tenancy/ui/audit-table.tsx";
import { downloadWords } from "@/modules/tenancy/ui/download-words.ts";
import { FileDownload } from "@/modules/tenancy/ui/file-download.tsx";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("audit.read");
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("audit.read");
  const given = Object.fromEntries(Object.entries(await searchParams).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""));
  const query = auditQuery.safeParse(given);
  // An address that was typed wrong begins at the beginning.
  if (!query.success) redirect("/audit");
  const [shop, actors, { items, nextCursor }, t] = await Promise.all([getShop(ctx), listActors(ctx), listAudit(ctx, query.data), getTranslations("audit")]);
  const next = nextCursor === null ? undefined : `/audit?${new URLSearchParams({ ...given, cursor: nextCursor })}`;
  const { cursor: _cursor, ...filters } = given;
  const download = <FileDownload tenantSlug={ctx.tenant.slug} path="/api/v1/back-office/audit-log/export" search={new URLSearchParams(filters).toString()} words={await downloadWords()} />;
  return (
    <>
      <PageHeader title={t("title")} actions={download}>
        <form className="flex flex-wrap items-end gap-3">
          <Select name="memberId" label={t("columns.who")} placeholder={t("everybody")} defaultValue={query.data.memberId} options={actors.map(({ id, name }) => ({ value: id, label: name }))} />
          <Select name="action" label={t("columns.action")} placeholder={t("everything")} defaultValue={query.data.action} options={AUDIT_NOUNS.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))} />
          <TextInput name="from" type="date" label={t("from")} defaultValue={query.data.from} />
          <TextInput name="to" type="date" label={t("to")} defaultValue={query.data.to} />
          <Button type="submit">{t("filter")}</Button>
        </form>
      </PageHeader>
      <PageBody width="wide">
        {items.length === 0 ? <EmptyState title={t("nothing")} /> : <AuditTable entries={items} format={formatStyleOf(shop)} caption={t("title")} />}
        {next ? <Pager nextHref={next} /> : null}
      </PageBody>
    </>
  );
}
