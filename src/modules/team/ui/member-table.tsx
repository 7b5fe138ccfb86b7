import { useTranslations } from "next-intl";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import type { MemberView } from "../queries/member-view.ts";
import { standingName } from "./standing-name.ts";

interface MemberTableProps {
  members: readonly MemberView[];
  ownId: string;
  format: FormatStyle;
}

export function MemberTable({ members, ownId, format }: MemberTableProps) {
  const t = useTranslations("team");
  const tills = useTranslations("tills");
  const columns: Column<MemberView>[] = [
    { key: "name", header: t("columns.name"), cell: ({ id, name }) => <>{name} {id === ownId ? <span className="text-sm text-ink-3">({t("you")})</span> : null}</> },
    { key: "standing", header: t("columns.standing"), phone: "value", cell: (member) => standingName(t, member) },
    { key: "email", header: t("columns.email"), phone: "detail", cell: ({ email }) => email },
    { key: "pin", header: tills("pin"), cell: ({ hasPin }) => tills(hasPin ? "has" : "hasNot") },
    { key: "seen", header: t("columns.lastSeen"), cell: ({ lastSeenAt }) => (lastSeenAt ? formatDateTime(lastSeenAt, format) : t("never")) },
    { key: "state", header: t("columns.state"), phone: "note", cell: ({ active }) => (active ? t("active") : <Badge tone="neutral">{t("inactive")}</Badge>) },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={members} rowKey={({ id }) => id} rowHref={({ id }) => `/team/${id}`} />;
}
